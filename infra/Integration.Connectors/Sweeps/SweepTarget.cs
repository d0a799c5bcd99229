using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;

namespace Integration.Connectors.Sweeps;

/// <summary>One scheduled read of everything changed.</summary>
/// <param name="Scope">Scope of the looks that it marks.</param>
/// <param name="Entity">The canonical entity.</param>
/// <param name="Pair">The pair shown in figures.</param>
/// <param name="Lane">The lane shown in figures.</param>
/// <param name="From">Where the very first sweep begins.</param>
/// <param name="Schedule">How often, and how far back.</param>
/// <param name="Changed">Lists what changed since a moment.</param>
internal sealed record SweepTarget(
    string Scope, string Entity, string Pair, string Lane, DateTimeOffset From, SweepSchedule Schedule,
    Func<DateTimeOffset, CancellationToken, IAsyncEnumerable<ChangePage>> Changed)
{
    /// <summary>See <see cref="IStorefrontOrders.HintsEveryChange"/>.</summary>
    public Func<bool> HintsEveryChange { get; init; } = () => false;
}
