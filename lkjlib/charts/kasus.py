CHARTS = ()
