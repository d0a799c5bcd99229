using Integration.Connectors.Outcomes;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Dataverse.Products;

/// <summary>Reads products with what belongs to them.</summary>
internal sealed class ProductStore(DataverseClient client, string sku, int pageSize)
{
    private readonly IReadOnlyList<string> _columns = ProductReading.Columns(sku);

    /// <summary>The set of products.</summary>
    public const string Set = "products";

    /// <summary>The set of prices.</summary>
    public const string PriceSet = "productpricelevels";

    private const int IdsOfOneCall = 60;

    /// <summary>One product; null when there is none.</summary>
    public async Task<(DataverseRecord? Product, WriteOutcome? Failure)> WithIdAsync(string id, CancellationToken ct)
    {
        if (!Guid.TryParse(id, out var product)) return (null, null);
        var answer = await client.ReadAsync(Set, product, new Shown(_columns), ct);
        return answer.Missing ? (null, null) : (answer.Record, answer.Failure);
    }

    /// <summary>The product of a number; null when there is none.</summary>
    public async Task<(DataverseRecord? Product, WriteOutcome? Failure)> WithSkuAsync(string wanted, CancellationToken ct)
    {
        var page = await client.AllAsync(Set, new EntityQuery { Filter = Filter.All(Filter.Equal(sku, wanted), ProductReading.NoFamilies), Select = _columns }, ct);
        if (page.Failure is { } failure) return (null, failure);
        foreach (var product in page.Records.Where(product => product.Text(sku).Equals(wanted, StringComparison.OrdinalIgnoreCase))) return (product, null);
        return (null, null);
    }

    /// <summary>A page of products; null begins, then what <see cref="ODataPage{DataverseRecord}.Next"/> said.</summary>
    public Task<ODataPage<DataverseRecord>> PageAsync(string? after, CancellationToken ct) => after is null
        ? client.ListAsync(Set, new EntityQuery { Filter = $"{ProductReading.NoFamilies} and {sku} ne null", Select = _columns, PageSize = pageSize }, ct)
        : client.NextAsync(after, pageSize, ct);

    /// <summary>All prices of a product.</summary>
    public Task<ODataPage<DataverseRecord>> PricesAsync(Guid product, CancellationToken ct) =>
        client.AllAsync(PriceSet, new EntityQuery { Filter = Filter.Equal("_productid_value", product), Select = ProductReading.PriceColumns, OrderBy = "productpricelevelid" }, ct);

    /// <summary>Prices of products on one list.</summary>
    public async Task<(IReadOnlyList<DataverseRecord> Prices, WriteOutcome? Failure)> PricesAsync(IEnumerable<Guid> products, Guid list, CancellationToken ct)
    {
        var prices = new List<DataverseRecord>();
        foreach (var some in products.Chunk(IdsOfOneCall))
        {
            var filter = Filter.All(Filter.Equal("_pricelevelid_value", list), Filter.Any([.. some.Select(product => Filter.Equal("_productid_value", product))]));
            var page = await client.AllAsync(PriceSet, new EntityQuery { Filter = filter, Select = ProductReading.PriceColumns, OrderBy = "productpricelevelid" }, ct);
            if (page.Failure is { } failure) return ([], failure);
            prices.AddRange(page.Records);
        }

        return (prices, null);
    }

    /// <summary>Units of a group.</summary>
    public Task<ODataPage<DataverseRecord>> UnitsAsync(Guid group, CancellationToken ct) =>
        client.AllAsync("uoms", new EntityQuery { Filter = Filter.Equal("_uomscheduleid_value", group), Select = ["uomid", "name", "quantity", "_baseuom_value"], OrderBy = "uomid" }, ct);

    /// <summary>The unit group of a name; null when there is none.</summary>
    public async Task<(Guid? Group, WriteOutcome? Failure)> GroupAsync(string name, CancellationToken ct)
    {
        var page = await client.AllAsync("uomschedules", new EntityQuery { Filter = Filter.Equal("name", name), Select = ["uomscheduleid", "name"] }, ct);
        return (page.Records.Select(group => group.Id("uomscheduleid")).FirstOrDefault(id => id is not null), page.Failure);
    }
}
