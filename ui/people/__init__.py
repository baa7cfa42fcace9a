"""The council, its secretaries and appraisers, and who appraises which part of the set."""
