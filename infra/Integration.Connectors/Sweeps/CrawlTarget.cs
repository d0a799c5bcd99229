using Integration.Connectors.Ports;

namespace Integration.Connectors.Sweeps;

/// <summary>All records of a kind that are read again and again, slowly.</summary>
/// <param name="Scope">Scope of the looks that it marks.</param>
/// <param name="Entity">The canonical entity.</param>
/// <param name="Schedule">How slowly.</param>
/// <param name="First">Entities of the same scope whose waiting looks go first; none that nobody reads just now, or the crawl would wait for ever.</param>
/// <param name="Page">Reads one page, from 1.</param>
internal sealed record CrawlTarget(string Scope, string Entity, CrawlSchedule Schedule, IReadOnlyList<string> First, Func<int, CancellationToken, Task<CrawlPage>> Page);
