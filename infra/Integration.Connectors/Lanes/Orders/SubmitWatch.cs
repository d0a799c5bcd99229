using Integration.Connectors.Connections;
using Integration.Connectors.Corrections;
using Integration.Connectors.Flows;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Publishing;
using Integration.Contracts.Operations;
using Integration.Contracts.Routing;
using Integration.Platform.Database;

namespace Integration.Connectors.Lanes.Orders;

/// <summary>Closes the queue of submissions while a mapping rule fails record after record, and opens it when mapping or lookups changed or a person says so.</summary>
internal sealed class SubmitWatch(LaneGuard guard, IDatabase database, TimeProvider time)
{
    private static readonly TimeSpan Follow = TimeSpan.FromSeconds(1);

    public static LaneKey KeyOf(string pair) => new(pair, LaneNames.Orders, LaneHalves.Writing);

    /// <summary>What the pair's mapping and lookups are known by; null while the mapping document cannot be read.</summary>
    public static string? StampOf(PairDefinition pair, IErp erp)
    {
        var parts = PairParts.Of(pair, [PairMappings.OfOrders(erp.SalesOrders)]);
        return parts[DocumentNames.OrdersToErp] == PairParts.Unreadable
            ? null
            : DocumentText.HashOf(string.Join('\n', parts.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => $"{part.Key} {part.Value}")));
    }

    public async Task RunAsync(Connected connected, IErp erp, string pairName, LaneGate gate, CancellationToken ct)
    {
        var (lane, commands) = (KeyOf(pairName), Queues.Connection(connected.Name));
        bool? told = null;
        while (!ct.IsCancellationRequested)
        {
            var pause = await guard.FindAsync(lane, ct);
            if (pause is not null && connected.Pair(pairName) is { } pair && StampOf(pair, erp) is { } stamp && stamp != pause.Stamp)
            {
                await database.TransactAsync((unit, token) => guard.ResumeAsync(unit, lane, "Mapping or lookups changed.", commands, token), ct);
                (pause, told) = (null, true);
            }

            if (told != pause is null)
            {
                told = pause is null;
                await database.TransactAsync(
                    (unit, token) => guard.ReportAsync(unit, lane, pause is null ? "running" : "paused", pause?.Reason ?? "", commands, token), ct);
            }

            gate.Set(pause is null);
            await Task.Delay(Follow, time, ct);
        }
    }
}
