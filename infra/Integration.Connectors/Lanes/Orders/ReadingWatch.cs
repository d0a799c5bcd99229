using Integration.Connectors.Flows;
using Integration.Contracts.Operations;
using Integration.Platform.Database;

namespace Integration.Connectors.Lanes.Orders;

/// <summary>Tells the console whether the flow document lets the lane's reading half run.</summary>
internal sealed class ReadingWatch(FlowDocuments flows, LaneGuard guard, IDatabase database, TimeProvider time)
{
    private static readonly TimeSpan Follow = TimeSpan.FromSeconds(1);

    public async Task RunAsync(string pair, CancellationToken ct)
    {
        var lane = new LaneKey(pair, LaneNames.Orders, LaneHalves.Reading);
        string? told = null;
        while (!ct.IsCancellationRequested)
        {
            var document = flows.Of(pair);
            var reason = document.Enabled ? "" : $"Switched off by flow document version {document.Version}.";
            if (told != reason)
            {
                await database.TransactAsync((unit, token) => guard.ReportAsync(unit, lane, document.Enabled ? "running" : "off", reason, "", token), ct);
                told = reason;
            }

            await Task.Delay(Follow, time, ct);
        }
    }
}
