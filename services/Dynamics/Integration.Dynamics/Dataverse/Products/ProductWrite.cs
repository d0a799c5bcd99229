using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Products;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Dynamics.Protocol.Batch;

namespace Integration.Dynamics.Dataverse.Products;

/// <summary>Makes products and changes them, each in one change set: product, price and state, or nothing.</summary>
internal sealed class ProductWrite(DataverseClient client, ProductStore store, ProductCatalogue catalogue)
{
    private const decimal Active = 0;
    private const decimal ActiveStatus = 1;
    private const decimal Retired = 1;
    private const decimal RetiredStatus = 2;
    private const int CurrencyAmount = 1;

    private static readonly TableModel Model = TableModel.Load("product");

    /// <summary>Members that can be written.</summary>
    public static IReadOnlySet<string> Writable { get; } =
        new HashSet<string>(StringComparer.Ordinal) { ProductFields.Name, ProductFields.Description, ProductFields.Enabled, ProductFields.Price, ProductFields.Weight };

    /// <summary>Makes an active product with its price on the main list; its id, or why not.</summary>
    public async Task<(Guid Id, WriteOutcome? Failure)> CreateAsync(Product product, PriceList? main, CancellationToken ct)
    {
        var id = Guid.NewGuid();
        var (unit, group, failure) = await UnitAsync(product.SalesUnit, ct);
        if (failure is not null) return (id, failure);
        var record = Columns(product, Writable);
        (record["productid"], record["productnumber"], record["productstructure"], record["quantitydecimal"]) = (id.ToString("D"), product.Sku, 1m, 2m);
        record[catalogue.Sku] = product.Sku;
        record["isstockitem"] = product.Kind == ProductKind.Stock;
        record["producttypecode"] = product.Kind == ProductKind.NonStock ? 3m : 1m;
        (record["defaultuomid@odata.bind"], record["defaultuomscheduleid@odata.bind"]) = (Addresses.Bind("uoms", unit), Addresses.Bind("uomschedules", group));
        if (product.Price is { } listed) record["price"] = listed;
        if (Model.Problems(record) is { Count: > 0 } problems) return (id, new WriteOutcome.Rejected(problems));

        List<BatchCall> calls = [client.Creation(ProductStore.Set, record)];
        if (main is not null && product.Price is { } price) calls.Add(client.Creation(ProductStore.PriceSet, Price(id, unit, main.Id, price)));
        // A product begins as a draft, which no order takes.
        calls.Add(client.Change(ProductStore.Set, id, State(product.Enabled ?? true)));
        return (id, (await client.BatchAsync(calls, ct)).Failure);
    }

    /// <summary>Changes the named members; null when that was done, or nothing was to do.</summary>
    public async Task<WriteOutcome?> UpdateAsync(DataverseRecord stored, Product product, IReadOnlySet<string> fields, PriceList? main, CancellationToken ct)
    {
        var id = stored.Id("productid")!.Value;
        var record = Columns(product, fields);
        if (fields.Contains(ProductFields.Enabled) && product.Enabled is { } enabled)
        {
            foreach (var (column, value) in State(enabled)) record[column] = value?.DeepClone();
        }

        if (fields.Contains(ProductFields.Price) && product.Price is { } listed && main is null) record["price"] = listed;
        if (Model.Problems(record) is { Count: > 0 } problems) return new WriteOutcome.Rejected(problems);
        List<BatchCall> calls = record.Count > 0 ? [client.Change(ProductStore.Set, id, record)] : [];
        if (fields.Contains(ProductFields.Price) && product.Price is { } price && main is not null)
        {
            var (call, failure) = await PriceCallAsync(stored, id, main, price, ct);
            if (failure is not null) return failure;
            calls.Add(call!);
        }

        return calls.Count == 0 ? null : (await client.BatchAsync(calls, ct)).Failure;
    }

    private async Task<(BatchCall? Call, WriteOutcome? Failure)> PriceCallAsync(DataverseRecord stored, Guid id, PriceList main, decimal price, CancellationToken ct)
    {
        if (stored.Link("defaultuomid") is not { } unit) return (null, Refuse("defaultuomid", "The product has no unit in Dataverse, so that no price can stand for one."));
        var prices = await store.PricesAsync(id, ct);
        if (prices.Failure is { } failure) return (null, failure);
        return ProductReading.PriceOf(prices.Records, main.Id, unit)?.Id("productpricelevelid") is { } there
            ? (client.Change(ProductStore.PriceSet, there, new JsonObject { ["amount"] = price, ["pricingmethodcode"] = CurrencyAmount }), null)
            : (client.Creation(ProductStore.PriceSet, Price(id, unit, main.Id, price)), null);
    }

    private async Task<(Guid Unit, Guid Group, WriteOutcome? Failure)> UnitAsync(string? wanted, CancellationToken ct)
    {
        if (catalogue.UnitGroup is not { } name) return (default, default, Refuse("products.unitGroup", "The connection does not say in which unit group new products are made."));
        var (group, unread) = await store.GroupAsync(name, ct);
        if (unread is not null) return (default, default, unread);
        if (group is not { } found) return (default, default, Refuse("products.unitGroup", $"Dataverse has no unit group {name}."));
        var units = await store.UnitsAsync(found, ct);
        if (units.Failure is { } failure) return (default, default, failure);
        foreach (var unit in units.Records.Where(unit => wanted is null ? unit.Link("baseuom") is null : unit.Text("name").Equals(wanted, StringComparison.OrdinalIgnoreCase)))
            return (unit.Id("uomid")!.Value, found, null);
        return (default, default, Refuse("defaultuomid", $"The unit group {name} has no {(wanted is null ? "base unit" : $"unit {wanted}")}."));
    }

    private static JsonObject Columns(Product product, IReadOnlySet<string> fields)
    {
        var record = new JsonObject();
        if (fields.Contains(ProductFields.Name) && product.Name is { } name) record["name"] = name;
        if (fields.Contains(ProductFields.Description) && product.Description is { } text) record["description"] = text;
        if (fields.Contains(ProductFields.Weight) && product.Weight is { } weight) record["stockweight"] = weight;
        return record;
    }

    // What is no longer sold is retired: a product that was published cannot be a draft again.
    private static JsonObject State(bool enabled) => new() { ["statecode"] = enabled ? Active : Retired, ["statuscode"] = enabled ? ActiveStatus : RetiredStatus };

    private static JsonObject Price(Guid product, Guid unit, Guid list, decimal amount) => new()
    {
        ["productid@odata.bind"] = Addresses.Bind(ProductStore.Set, product), ["uomid@odata.bind"] = Addresses.Bind("uoms", unit), ["pricelevelid@odata.bind"] = Addresses.Bind("pricelevels", list),
        ["amount"] = amount, ["pricingmethodcode"] = CurrencyAmount, ["quantitysellingcode"] = 1,
    };

    private static WriteOutcome.Rejected Refuse(string field, string message) => new([new Reason(field, message)]);
}
