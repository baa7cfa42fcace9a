"""The workplace “Báo cáo”: papers are seen before they are saved or printed."""
