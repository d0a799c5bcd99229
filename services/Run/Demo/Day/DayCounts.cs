namespace Integration.Run.Demo.Day;

/// <summary>What the services count of themselves, since they were set up.</summary>
/// <param name="Marked">How often a SKU was marked.</param>
/// <param name="Written">Levels written.</param>
/// <param name="Echoes">Own writes to customers that came back and were recognised.</param>
internal sealed record DayCounts(int Marked, int Written, int Echoes);
