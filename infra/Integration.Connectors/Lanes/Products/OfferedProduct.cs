using System.Text.Json;
using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Http;
using Integration.Connectors.Lanes.Stock.Reserving;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Products;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;

namespace Integration.Connectors.Lanes.Products;

/// <summary>Looks for an offered product by its SKU: found, it is read and told; not found, it is made, if it may be.</summary>
internal sealed class OfferedProduct(
    StoreSkus skus, LookBook book, EffectRunner effects, LaneMessage messages, IInbox inbox, IOutbox outbox, Timeline timeline, ProductFailures failures,
    StockLevels levels, IntegrationMetrics metrics, TimeProvider time)
{
    private static readonly TimeSpan WhileFailing = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WhileUnread = TimeSpan.FromSeconds(5);

    public async Task<EffectRun.Postponed?> RunAsync(
        Connected connected, IStorefront storefront, IStorefrontProducts products, OfferProduct offer, Receipt receipt, CallLog log, CancellationToken ct)
    {
        foreach (var sku in ProductSkus.Of(offer.Product))
        {
            switch (await skus.FindAsync(connected.Name, products, sku, ct))
            {
                case ProductFind.Failed failed:
                    return new EffectRun.Postponed(time.GetUtcNow() + WhileFailing, "The look for the SKU failed.", failed.Outcome);
                case ProductFind.CannotTell when offer.MayCreate:
                    return new EffectRun.Postponed(time.GetUtcNow() + WhileUnread, "The shop's catalogue was not read whole yet.");
                case ProductFind.Found found:
                    await messages.OnceAsync(receipt, (unit, token) => ReadAsync(unit, offer, found, token), ct);
                    return null;
            }
        }

        if (offer.MayCreate && connected.Pair(offer.Pair) is { Mode: PairMode.Live }) return await CreateAsync(connected, storefront, products, offer, receipt, log, ct);
        await messages.OnceAsync(receipt, (_, _) => Task.CompletedTask, ct);
        return null;
    }

    private async Task ReadAsync(IUnit unit, OfferProduct offer, ProductFind.Found found, CancellationToken ct)
    {
        foreach (var id in found.Items.Select(item => item.Product).Distinct(StringComparer.Ordinal))
            await book.MarkAnewAsync(unit, new LookKey(offer.Pair, Entities.Product, id), ct);
    }

    private async Task<EffectRun.Postponed?> CreateAsync(
        Connected connected, IStorefront storefront, IStorefrontProducts products, OfferProduct offer, Receipt receipt, CallLog log, CancellationToken ct)
    {
        var product = ErpProductView.Weighed(offer.Product, products.WeightUnit);
        var run = await effects.RunAsync(
            new EffectIntent
            {
                Key = EffectKey.ToCreate(connected.Name, Entities.Product, product.Sku.ToUpperInvariant()),
                Alone = product.Sku.ToUpperInvariant(),
                Subject = $"{offer.Pair}/{product.Id}",
                CallTime = connected.Definition.Deadline * 3,
                QuietTime = storefront.LongestLateCommit,
                Epoch = connected.Epoch,
                Look = token => LookAsync(connected, products, product.Sku, token),
                Write = token => products.CreateAsync(product, token),
            },
            (unit, outcome, token) => CompleteAsync(unit, offer, product, outcome, receipt, log, token),
            ct);
        return run as EffectRun.Postponed;
    }

    // Found now, it is ours after all or somebody was faster: read and compared, not made again.
    private async Task<LookOutcome> LookAsync(Connected connected, IStorefrontProducts products, string sku, CancellationToken ct) =>
        await skus.FindAsync(connected.Name, products, sku, ct) switch
        {
            ProductFind.Found found => new LookOutcome.Same(new RecordRef(Entities.Product, found.Items[0].Product, sku)),
            ProductFind.Failed failed => new LookOutcome.Failed(failed.Outcome),
            ProductFind.CannotTell => new LookOutcome.Failed(new WriteOutcome.Unavailable("The shop's catalogue was not read whole yet.")),
            _ => new LookOutcome.NotFound(),
        };

    private async Task CompleteAsync(IUnit unit, OfferProduct offer, Product sent, WriteOutcome outcome, Receipt receipt, CallLog log, CancellationToken ct)
    {
        if (!await inbox.TakeAsync(unit, receipt, ct)) return;
        switch (outcome)
        {
            case WriteOutcome.Done { Echo: { } echo }:
                var shown = JsonSerializer.Deserialize<Product>(echo, ContractsJson.Options)!;
                await outbox.EnqueueAsync(unit, Queues.Write(offer.Pair, LaneNames.Products + LaneNames.ToErp),
                    new ProductWritten(offer.Pair, offer.Product.Id, [], sent, shown with { WeightUnit = sent.WeightUnit }, Created: true), ct);
                // The stock lane listed the SKU as missing until now.
                await levels.MarkAsync(unit, offer.Pair, [.. ProductSkus.Of(sent)], soldOrBack: false, forced: true, ct);
                await timeline.ClearAsync(unit, ProductFailures.Key(offer.Pair, offer.Product.Id, sent.Sku), AttentionClasses.RejectedByStorefront, "The shop took the product.", ct);
                await timeline.TellAsync(unit, ProductFailures.Lane, ProductFailures.Key(offer.Pair, shown.Id, sent.Sku), "Made in the shop.", null, log.Calls, ct);
                unit.AfterCommit(() => metrics.Out(offer.Pair, LaneNames.Products));
                break;
            case WriteOutcome.Done { Ref: var made }:
                await book.MarkAnewAsync(unit, new LookKey(offer.Pair, Entities.Product, made.Id), ct);
                break;
            case WriteOutcome.AlreadyDone there:
                await book.MarkAnewAsync(unit, new LookKey(offer.Pair, Entities.Product, there.Ref.Id), ct);
                break;
            default:
                var reasons = outcome is WriteOutcome.Rejected rejected ? rejected.Reasons : ((WriteOutcome.Differs)outcome).Fields;
                await failures.OfErpAsync(unit, ProductFailures.Key(offer.Pair, offer.Product.Id, sent.Sku), offer.Product.Id, AttentionClasses.RejectedByStorefront, reasons,
                    "The shop did not take the product. Mend the cause, then retry.", ct);
                break;
        }
    }
}
