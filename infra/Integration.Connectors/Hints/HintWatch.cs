using Integration.Connectors.Lanes;
using Integration.Connectors.Pairs;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Platform.Database;
using Integration.Platform.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integration.Connectors.Hints;

/// <summary>
/// Measures every minute what share of the changes only sweeps found. Where hints were coming and hardly come any more, one entry on the attention list says so, and
/// goes when they come again. Nothing is lost meanwhile: sweeps find everything, only later.
/// </summary>
internal sealed class HintWatch(
    PairCatalog catalog, IEnumerable<Ports.IConnectorFactory> factories, IDatabase database, Timeline timeline, IntegrationMetrics metrics, TimeProvider time, ILogger<HintWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Lately = TimeSpan.FromHours(1);

    /// <summary>Measures once.</summary>
    internal Task MeasureAsync(CancellationToken ct) => database.TransactAsync(
        async (unit, token) =>
        {
            foreach (var share in await HintTally.SharesAsync(unit, Lately, time.UnixMs(), token))
            {
                var pairs = PairsOf(share);
                foreach (var pair in pairs) metrics.HintsMissedShare(pair.Name, LaneOf(share), share.MissedShare ?? 0);
                var stopped = share.HasStopped && pairs.Any(pair => pair.Sweeps.ExpectHints);
                var told = await unit.FirstOrDefaultAsync<long?>("SELECT told_at FROM hint_stop WHERE scope = @Scope AND entity = @Entity", new { share.Scope, share.Entity }, token);
                if (stopped && told is null) await RaiseAsync(unit, share, pairs, token);
                else if (told is not null && (share.IsWell || pairs.All(pair => !pair.Sweeps.ExpectHints))) await ClearAsync(unit, share, pairs, token);
            }
        },
        ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await MeasureAsync(stoppingToken);
            }
            catch (Exception failure) when (database.IsTransient(failure))
            {
                log.LogWarning("Hints could not be counted now: {Reason}", failure.Message);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task RaiseAsync(IUnit unit, HintShare share, IReadOnlyList<PairDefinition> pairs, CancellationToken ct)
    {
        await unit.ExecuteAsync("INSERT INTO hint_stop (scope, entity, told_at) VALUES (@Scope, @Entity, @now)", new { share.Scope, share.Entity, now = time.UnixMs() }, ct);
        foreach (var pair in pairs)
        {
            await timeline.RaiseAsync(
                unit, LaneOf(share), RecordOf(pair, share), AttentionClasses.HintsStopped,
                [new Reason("", $"In the last hour {share.Missed} changes were found only by sweeps and {share.Hinted} were hinted; before, {share.HintedBefore} were hinted.")],
                "Look at the add-on or the push notifications of that system, its queue and its secret. Nothing is lost: sweeps find every change, only later. Where no hints are wanted, set sweeps.expectHints to false.",
                null, ct);
        }
    }

    private async Task ClearAsync(IUnit unit, HintShare share, IReadOnlyList<PairDefinition> pairs, CancellationToken ct)
    {
        await unit.ExecuteAsync("DELETE FROM hint_stop WHERE scope = @Scope AND entity = @Entity", new { share.Scope, share.Entity }, ct);
        foreach (var pair in pairs) await timeline.ClearAsync(unit, RecordOf(pair, share), AttentionClasses.HintsStopped, "Hints come again, or are not expected any more.", ct);
    }

    private List<PairDefinition> PairsOf(HintShare share) =>
    [
        .. catalog.Pairs.Where(pair => pair.Name == share.Scope || new[] { pair.Storefront, pair.Erp }.Any(
            connection => Looks.LookKey.OfConnection(connection.Name) == share.Scope && factories.Any(factory => factory.Kind == connection.Kind))),
    ];

    private static RecordKey RecordOf(PairDefinition pair, HintShare share) => new(pair.Name, "hints", $"{share.Scope} {share.Entity}", $"Hints of {LaneOf(share)}");

    // The ERP's orders and shipments are one lane; all others are named as their entity.
    private static string LaneOf(HintShare share) => share.Entity switch
    {
        Entities.Order => share.Scope.StartsWith(Looks.LookKey.OfConnection(""), StringComparison.Ordinal) ? LaneNames.Shipments : LaneNames.Orders,
        Entities.Shipment => LaneNames.Shipments,
        Entities.Product => LaneNames.Products,
        Entities.Customer => LaneNames.Customers,
        Entities.Payment => LaneNames.Payments,
        Entities.Return => LaneNames.Returns,
        Entities.PurchaseOrder => LaneNames.PurchaseOrders,
        _ => share.Entity,
    };
}
