using Integration.Connectors.Outcomes;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Dynamics.Dataverse.SalesOrders;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Dataverse.Catalogue;

/// <summary>Finds what an order points to: products, units, price lists, currencies, and codes of dual-write's tables. Found ones are remembered for a while, so that an order in the steady state asks for none.</summary>
internal sealed class SalesCatalogue(DataverseClient client, DynamicsSettings settings, TimeProvider clock)
{
    private const int SkusOfOneCall = 20;

    private readonly Remembered<KnownProduct> _products = new(settings.Dataverse.RememberFor, clock);
    private readonly Remembered<KnownPriceList> _lists = new(settings.Dataverse.RememberFor, clock);
    private readonly Remembered<CustomerId> _customers = new(settings.Dataverse.RememberFor, clock);
    private readonly Remembered<object> _ids = new(settings.Dataverse.RememberFor, clock);

    /// <summary>Products by SKU; those that are not there are missing.</summary>
    public async Task<(IReadOnlyDictionary<string, KnownProduct> Products, WriteOutcome? Failure)> ProductsAsync(IEnumerable<string> skus, CancellationToken ct)
    {
        var found = new Dictionary<string, KnownProduct>(StringComparer.OrdinalIgnoreCase);
        var column = settings.Dataverse.ProductColumn;
        var unknown = new List<string>();
        foreach (var sku in skus.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (_products.Find(sku) is { } known) found[sku] = known;
            else unknown.Add(sku);
        }

        foreach (var wanted in unknown.Chunk(SkusOfOneCall))
        {
            var page = await client.AllAsync("products", new EntityQuery
            {
                Filter = Filter.Any([.. wanted.Select(sku => Filter.Equal(column, sku))]), Select = [.. ((string[])["productid", "statecode", "_defaultuomid_value", "_defaultuomscheduleid_value", column]).Distinct()],
            }, ct);
            if (page.Failure is { } failure) return (found, failure);
            foreach (var record in page.Records)
            {
                if (record.Id("productid") is not { } id || record.Text(column) is not { Length: > 0 } sku) continue;
                var product = new KnownProduct(id, sku, record.Whole("statecode"), record.Link("defaultuomid"), record.Link("defaultuomscheduleid"));
                found[sku] = product;
                // What cannot be ordered is asked for again: people mend it.
                if (product is { IsSold: true, Unit: not null }) _products.Keep(sku, product);
            }
        }

        return (found, null);
    }

    /// <summary>The id of a unit by its name within a product's group, or null.</summary>
    public Task<(Guid? Id, WriteOutcome? Failure)> UnitAsync(Guid group, string name, CancellationToken ct) =>
        IdAsync("uoms", "uomid", Filter.All(Filter.Equal("_uomscheduleid_value", group), Filter.Equal("name", name)), ct);

    /// <summary>The id of a currency, or null.</summary>
    public Task<(Guid? Id, WriteOutcome? Failure)> CurrencyAsync(string code, CancellationToken ct) =>
        IdAsync("transactioncurrencies", "transactioncurrencyid", Filter.All(Filter.Equal("isocurrencycode", code), Filter.Equal("statecode", 0)), ct);

    /// <summary>The id of a record of a table that dual-write keeps, by its code and of our company where the table has companies, or null.</summary>
    public Task<(Guid? Id, WriteOutcome? Failure)> CodeAsync(string set, string idColumn, string column, string code, Guid? company, CancellationToken ct) =>
        IdAsync(set, idColumn, company is { } ours ? Filter.All(Filter.Equal(column, code), Filter.Equal("_msdyn_company_value", ours)) : Filter.Equal(column, code), ct);

    /// <summary>The account of our company, or the contact that is a customer, with F&amp;O's customer number; null when there is neither.</summary>
    public async Task<(CustomerId? Customer, WriteOutcome? Failure)> CustomerAsync(string number, Guid company, CancellationToken ct)
    {
        if (_customers.Find(number) is { } known) return (known, null);
        var (account, failure) = await CodeAsync("accounts", "accountid", "accountnumber", number, company, ct);
        if (failure is not null) return (null, failure);
        var (contact, unread) = account is null ? await CodeAsync("contacts", "contactid", "msdyn_contactpersonid", number, company, ct) : (null, null);
        if (unread is not null) return (null, unread);
        if ((account ?? contact) is not { } id) return (null, null);
        var customer = new CustomerId(id, IsContact: account is null);
        _customers.Keep(number, customer);
        return (customer, null);
    }

    /// <summary>A price list by its name, the active one of several; null when there is none.</summary>
    public async Task<(KnownPriceList? List, WriteOutcome? Failure)> PriceListAsync(string name, CancellationToken ct)
    {
        if (_lists.Find(name) is { } known) return (known, null);
        var page = await client.AllAsync("pricelevels", new EntityQuery { Filter = Filter.Equal("name", name), Select = ["pricelevelid", "statecode", "_transactioncurrencyid_value"] }, ct);
        if (page.Failure is { } failure) return (null, failure);
        var lists = page.Records.Where(record => record.Id("pricelevelid") is not null)
            .Select(record => new KnownPriceList(record.Id("pricelevelid")!.Value, record.Whole("statecode") == 0, record.Link("transactioncurrencyid"))).ToList();
        var list = lists.Find(candidate => candidate.IsActive) ?? (lists.Count > 0 ? lists[0] : null);
        if (list is { IsActive: true }) _lists.Keep(name, list);
        return (list, null);
    }

    /// <summary>Forgets everything: a write was told that something it points to is gone.</summary>
    public void Forget()
    {
        _products.Clear();
        _lists.Clear();
        _customers.Clear();
        _ids.Clear();
    }

    private async Task<(Guid? Id, WriteOutcome? Failure)> IdAsync(string set, string idColumn, string filter, CancellationToken ct)
    {
        var key = $"{set}|{filter}";
        if (_ids.Find(key) is Guid known) return (known, null);
        var page = await client.ListAsync(set, new EntityQuery { Filter = filter, Select = [idColumn], Top = 1 }, ct);
        if (page.Failure is { } failure) return (null, failure);
        var id = page.Records.Count > 0 ? page.Records[0].Id(idColumn) : null;
        if (id is { } found) _ids.Keep(key, found);
        return (id, null);
    }
}
