using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Products;
using Integration.Contracts.Records;
using Integration.Contracts.Serialization;

namespace Integration.Acumatica.Products;

/// <summary>Items of every kind as products, by their inventory ID.</summary>
internal sealed class AcumaticaProducts : IErpProducts
{
    // Longer than the field, Acumatica refuses it; the endpoint's own limits of the other fields are its business to tell.
    private const int LongestName = 256;

    private readonly EntityClient _client;
    private readonly SessionPool _sessions;
    private readonly AcumaticaSettings _settings;
    private readonly ItemPrices _prices;
    private readonly ItemSweep _sweep;
    private readonly ItemPages _pages;
    private readonly ConcurrentDictionary<string, ItemKinds> _kinds = new(StringComparer.OrdinalIgnoreCase);

    public AcumaticaProducts(EntityClient client, SessionPool sessions, AcumaticaSettings settings, TimeProvider clock)
    {
        (_client, _sessions, _settings) = (client, sessions, settings);
        _prices = new ItemPrices(client, sessions);
        _sweep = new ItemSweep(client, sessions, _prices, settings, clock);
        _pages = new ItemPages(client, sessions, settings);
    }

    /// <inheritdoc />
    public IReadOnlySet<string> Writable => ItemDocument.Writable;

    /// <inheritdoc />
    public IReadOnlySet<string> WritableOnce => ItemDocument.WritableOnce;

    /// <inheritdoc />
    public IAsyncEnumerable<ChangePage> ChangedSinceAsync(DateTimeOffset since, CancellationToken ct) => _sweep.PagesAsync(since, ct);

    /// <inheritdoc />
    public Task<ProductPage> PageAsync(int page, CancellationToken ct) => _pages.ReadAsync(page, ct);

    /// <inheritdoc />
    public async Task<ReadOutcome<Product>> ReadAsync(string id, CancellationToken ct)
    {
        var (item, kind, failure) = await RecordAsync(id, ct);
        if (failure is not null) return Failed(failure);
        if (kind is null) return new ReadOutcome<Product>.NotFound();
        var product = ItemReading.Read(item, kind, _settings);
        if (kind == ItemKinds.Template) return await WithVariantsAsync(product, item.Flag("IsStockItem") ? ItemKinds.Stock : ItemKinds.NonStock, ct);
        var (prices, unpriced) = await _prices.OfAsync(product.Id, product.SalesUnit, ct);
        return unpriced is null ? new ReadOutcome<Product>.Found(product with { Prices = prices }) : Failed(unpriced);
    }

    /// <inheritdoc />
    public async Task<ProductFind> FindAsync(string sku, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(sku)) return new ProductFind.Nothing();
        var (item, kind, failure) = await RecordAsync(sku, ct);
        return failure is not null ? new ProductFind.Failed(failure)
            : kind is null ? new ProductFind.Nothing()
            : new ProductFind.Found([new StockItem(item.Text("InventoryID"))]);
    }

    /// <inheritdoc />
    public Task<WriteOutcome> CreateAsync(Product product, CancellationToken ct)
    {
        var kind = ItemKinds.Of(product.Kind);
        var document = ItemDocument.Of(product.Sku, product, Writable, kind, 1);
        if ((product.Class ?? _settings.ItemClass) is { } itemClass) document["ItemClass"] = itemClass;
        if (product.SalesUnit is { } unit) (document[kind.BaseUnit], document[kind.SalesUnit]) = (unit, unit);
        return WriteAsync(kind, document, product.Name, mustExist: false, ct);
    }

    /// <inheritdoc />
    public async Task<WriteOutcome> UpdateAsync(string id, Product product, IReadOnlySet<string> fields, CancellationToken ct)
    {
        var (item, kind, failure) = await RecordAsync(id, ct);
        if (failure is not null) return failure is WriteOutcome.Unknown unknown ? new WriteOutcome.Unavailable(unknown.Reason) : failure;
        if (kind is null) return Refuse("InventoryID", $"The item {id} is no longer in the ERP.");
        var stored = ItemReading.Read(item, kind, _settings);
        var factor = stored.Units?.FirstOrDefault(unit => unit.Code == stored.SalesUnit)?.BaseUnits ?? 1;
        var document = ItemDocument.Of(stored.Id, product, new HashSet<string>(fields.Except(WritableOnce)), kind, factor);
        return document.Count == 1
            ? new WriteOutcome.AlreadyDone(Ref(stored.Id))
            : await WriteAsync(kind, document, fields.Contains(ProductFields.Name) ? product.Name : null, mustExist: true, ct);
    }

    private async Task<WriteOutcome> WriteAsync(ItemKinds kind, JsonObject document, string? name, bool mustExist, CancellationToken ct)
    {
        if (name is { Length: > LongestName }) return Refuse("Description", $"The name is longer than the {LongestName} characters that Acumatica keeps.");
        var answer = await _sessions.UseAsync(session => _client.PutAsync(session, kind.Entity, Wire.Wrap(document), new EntityQuery { Expand = kind.Expand }, ct, mustExist), ct);
        if (answer.Failure is { } failure) return failure;
        var stored = ItemReading.Read(answer.Record, kind, _settings);
        if (stored.Id.Length == 0) return new WriteOutcome.Unknown("The ERP answered a write without an inventory ID.");
        _kinds[stored.Id] = kind;
        return new WriteOutcome.Done(Ref(stored.Id), JsonSerializer.Serialize(stored, ContractsJson.Options));
    }

    private async Task<(EntityRecord Item, ItemKinds? Kind, WriteOutcome? Failure)> RecordAsync(string id, CancellationToken ct)
    {
        var known = _kinds.GetValueOrDefault(id);
        foreach (var kind in known is null ? ItemKinds.All : [known, .. ItemKinds.All.Where(other => other != known)])
        {
            var answer = await _sessions.UseAsync(session => _client.ReadAsync(session, kind.Entity, [id], new EntityQuery { Expand = kind.Expand }, ct), ct);
            if (answer.Missing) continue;
            if (answer.Failure is { } failure) return (default, null, failure);
            _kinds[id] = kind;
            return (answer.Record, kind, null);
        }

        return (default, null, null);
    }

    private async Task<ReadOutcome<Product>> WithVariantsAsync(Product template, ItemKinds kind, CancellationToken ct)
    {
        var query = new EntityQuery { Filter = Filter.Equal("TemplateItemID", template.Id), Expand = "Attributes", Top = _settings.PageSize };
        var answer = await _sessions.UseAsync(session => _client.ListAsync(session, kind.Entity, query, ct), ct);
        if (answer.Failure is { } failure) return Failed(failure);
        var items = answer.Records.Select(item => ItemReading.Read(item, kind, _settings)).OrderBy(item => item.Sku, StringComparer.Ordinal);
        return new ReadOutcome<Product>.Found(template with { Variants = [.. items.Select(ItemReading.Variant)] });
    }

    private static ReadOutcome<Product> Failed(WriteOutcome failure) => failure is WriteOutcome.Rejected rejected
        ? new ReadOutcome<Product>.Unreadable(rejected.Reasons)
        : new ReadOutcome<Product>.Failed(failure);

    private static RecordRef Ref(string id) => new(Entities.Product, id, id);

    private static WriteOutcome.Rejected Refuse(string field, string message) => new([new Reason(field, message)]);
}
