using Integration.Connectors.Connections;
using Integration.Connectors.Flows;
using Integration.Connectors.Looks;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Sweeps;
using Integration.Contracts.Records;
using Integration.Contracts.Storefront;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;
using MassTransit;

namespace Integration.Connectors.Lanes.Customers;

/// <summary>Reading half of the customer lane, on every storefront connection: a slow round over all accounts, and whatever is hinted.</summary>
internal sealed class AccountReading(
    IDatabase database, LookBook book, LookLoops readers, CrawlRunner crawls, FlowDocuments flows, IOutbox outbox, Timeline timeline, LaneMessage messages, IntegrationMetrics metrics, TimeProvider time)
    : ILaneHalves
{
    public IEnumerable<LaneHalf> Of(Connected connected) => connected.Connector is IStorefront { Customers: { } accounts }
        ? connected.Pairs.Where(pair => pair.Storefront.Name == connected.Name && pair.Lanes.Customers is not null).Select(pair => Half(connected, accounts, pair))
        : [];

    private LaneHalf Half(Connected connected, IStorefrontCustomers accounts, PairDefinition pair) => new(
        [new LaneQueue(new QueueDefinition { Name = CustomerQueues.Reread(pair.Name) }, endpoint => endpoint.Handler<RereadRecord>(RereadAsync))],
        [
            readers.Of(connected, new AccountSource(connected, pair.Name, accounts, database, outbox, timeline, metrics)),
            .. Crawl(connected, accounts, pair.Name),
        ]);

    private IEnumerable<LaneLoop> Crawl(Connected connected, IStorefrontCustomers accounts, string pair) =>
        accounts.Schedule is { } schedule ? [new LaneLoop($"crawl {pair} {Entities.Customer}", ct => CrawlAsync(connected, accounts, schedule, pair, ct))] : [];

    private async Task CrawlAsync(Connected connected, IStorefrontCustomers accounts, CrawlSchedule schedule, string pairName, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            if (connected.Pair(pairName) is not { } pair)
            {
                await Task.Delay(schedule.BetweenPages, time, ct);
                continue;
            }

            // Orders go first, unless nobody reads them just now.
            var target = new CrawlTarget(
                pairName, Entities.Customer, schedule, flows.Of(pairName).Enabled ? [Entities.Order] : [], (page, token) => accounts.PageAsync(pair, page, token));
            var (wait, failure) = await crawls.StepAsync(target, ct);
            if (failure is not null) connected.Gate.Report(failure);
            else connected.Gate.Worked();
            await Task.Delay(wait, time, ct);
        }
    }

    private Task RereadAsync(ConsumeContext<RereadRecord> context) => messages.OnceAsync(
        Receipt.From(context),
        (unit, token) => book.MarkAnewAsync(unit, new LookKey(context.Message.Pair, Entities.Customer, context.Message.Id), token),
        context.CancellationToken);
}
