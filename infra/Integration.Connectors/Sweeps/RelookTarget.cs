using Integration.Connectors.Ports;

namespace Integration.Connectors.Sweeps;

/// <summary>One round of marking recent records for another look.</summary>
/// <param name="Scope">Scope of the looks that it marks.</param>
/// <param name="Entity">The canonical entity.</param>
/// <param name="From">Nothing placed before is marked.</param>
/// <param name="Schedule">How often, how far back and how many.</param>
/// <param name="Placed">Lists what was placed since a moment, newest first.</param>
internal sealed record RelookTarget(
    string Scope, string Entity, DateTimeOffset From, RelookSchedule Schedule, Func<DateTimeOffset, CancellationToken, IAsyncEnumerable<ChangePage>> Placed);
