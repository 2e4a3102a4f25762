"""The report and its rules; standard library only, no files of users and no window."""
