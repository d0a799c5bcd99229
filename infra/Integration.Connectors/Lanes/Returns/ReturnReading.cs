using Integration.Connectors.Connections;
using Integration.Connectors.Lanes.Payments;
using Integration.Connectors.Looks;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Sweeps;
using Integration.Contracts.Records;
using Integration.Platform.Messaging;
using Microsoft.Extensions.Logging;

namespace Integration.Connectors.Lanes.Returns;

/// <summary>Reading half of the ERP's returns and credits, on every ERP connection.</summary>
internal sealed class ReturnReading(LookLoops readers, SweepRunner sweeps, UnappliedRefunds refunds, IOutbox outbox, TimeProvider time, ILogger<ReturnReading> log) : ILaneHalves
{
    public IEnumerable<LaneHalf> Of(Connected connected)
    {
        var pairs = connected.Pairs.Where(pair => pair.Erp.Name == connected.Name && pair.Lanes.Returns is { ToStore: true }).ToList();
        if (connected.Connector is not IErp { Returns: { } returns } || pairs.Count == 0) yield break;
        var scope = LookKey.OfConnection(connected.Name);
        var from = pairs.Min(pair => pair.From);
        // The pair that wants it most often and farthest back decides for all.
        var schedule = new SweepSchedule { Every = pairs.Min(pair => pair.Sweeps.Every), Overlap = pairs.Max(pair => pair.Sweeps.Overlap) };
        yield return new LaneHalf(
            [],
            [
                readers.Of(connected, new ErpReturnSource(connected, returns, outbox, log)),
                readers.Of(connected, new ErpCreditSource(connected, returns, refunds, outbox, log)),
                SweepLoop.Of(connected, new SweepTarget(scope, Entities.Return, pairs[0].Name, LaneNames.Returns, from, schedule, returns.ReturnsChangedSinceAsync), sweeps, time),
                SweepLoop.Of(connected, new SweepTarget(scope, Entities.Credit, pairs[0].Name, LaneNames.Returns, from, schedule, returns.CreditsChangedSinceAsync), sweeps, time),
            ]);
    }
}
