"""Any .xlsx as cells with addresses, or refused."""
