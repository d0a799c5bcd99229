namespace Integration.Run.Bench.Report;

/// <summary>A plot of the page.</summary>
/// <param name="Title">What it shows.</param>
internal abstract record Plot(string Title);
