using System.Text.Json;
using Integration.Connectors.Connections;
using Integration.Connectors.Lanes.Stock.Reserving;
using Integration.Connectors.Looks;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Sweeps;
using Integration.Contracts.Records;
using Integration.Contracts.Serialization;
using Integration.Contracts.Storefront;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;
using MassTransit;

namespace Integration.Connectors.Lanes.Products;

/// <summary>Reading half of the products lane on every storefront connection: hints, and slow rounds over all products.</summary>
internal sealed class StoreProductReading(
    LookBook book, LookLoops readers, CrawlRunner crawls, ProductFailures failures, IOutbox outbox, Timeline timeline, StockLevels levels, LaneMessage messages, IntegrationMetrics metrics,
    TimeProvider time) : ILaneHalves
{
    public IEnumerable<LaneHalf> Of(Connected connected) => connected.Connector is IStorefront { Products: { } products }
        ? connected.Pairs.Where(pair => pair.Storefront.Name == connected.Name && pair.Lanes.Products is not null).Select(pair => Half(connected, products, pair))
        : [];

    private LaneHalf Half(Connected connected, IStorefrontProducts products, PairDefinition pair)
    {
        var source = new StoreProductSource(pair.Name, products, outbox, timeline, failures, levels, metrics);
        return new LaneHalf(
            [new LaneQueue(new QueueDefinition { Name = ProductFailures.StoreQueue(pair.Name) }, endpoint => endpoint.Handler<RereadRecord>(RereadAsync))],
            [readers.Of(connected, source), .. Rounds(connected, products, pair)]);
    }

    private IEnumerable<LaneLoop> Rounds(Connected connected, IStorefrontProducts products, PairDefinition pair)
    {
        if (products.Schedule is not { } schedule) yield break;
        // Orders go first.
        var target = new CrawlTarget(pair.Name, Entities.Product, schedule, [Entities.Order], async (page, ct) => await products.PageAsync(page, ct) switch
        {
            ProductPage.Read read => new CrawlPage.Read(
                [.. read.Products.Select(product => new CrawledRecord(product.Id, JsonSerializer.Serialize(product with { ChangedAt = null }, ContractsJson.Options)))], read.Last),
            ProductPage.Failed failed => new CrawlPage.Failed(failed.Outcome),
            _ => throw new InvalidOperationException("A page of a new kind."),
        });
        yield return new LaneLoop($"crawl {pair.Name} {Entities.Product}", async ct =>
        {
            while (!ct.IsCancellationRequested)
            {
                var (wait, failure) = await crawls.StepAsync(target, ct);
                if (failure is not null) connected.Gate.Report(failure);
                else connected.Gate.Worked();
                await Task.Delay(wait, time, ct);
            }
        });
    }

    private Task RereadAsync(ConsumeContext<RereadRecord> context) => messages.OnceAsync(
        Receipt.From(context),
        (unit, token) => book.MarkAnewAsync(unit, new LookKey(context.Message.Pair, Entities.Product, context.Message.Id), token),
        context.CancellationToken);
}
