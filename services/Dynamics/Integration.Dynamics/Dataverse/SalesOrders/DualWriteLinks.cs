using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Dynamics.Dataverse.Catalogue;
using Integration.Dynamics.Dataverse.Protocol;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>What an order must point to besides, so that dual-write takes it over to F&amp;O: its company, the mode of delivery, site and warehouse, the customer who is invoiced.</summary>
internal sealed class DualWriteLinks(SalesCatalogue catalogue, DynamicsSettings settings, TimeProvider clock)
{
    private const string Bind = "@odata.bind";

    // A customer that F&O has just made comes by dual-write, a little later.
    private const int LooksForCustomer = 5;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(700);

    /// <summary>Dataverse's record of F&amp;O's customer.</summary>
    public async Task<(CustomerId? Customer, WriteOutcome? Failure)> CustomerAsync(string account, CancellationToken ct)
    {
        var (company, noCompany) = await CompanyAsync(ct);
        if (company is null) return (null, noCompany);
        for (var look = 1; ; look++)
        {
            var (found, failure) = await catalogue.CustomerAsync(account, company.Value, ct);
            if (failure is not null || found is not null) return (found, failure);
            if (look == LooksForCustomer) return (null, new WriteOutcome.Rejected([new Reason("header.Customer", $"F&O's customer {account} is not in Dataverse: dual-write has not brought it yet. Look at the maps of customers, and try again.")]));
            await Task.Delay(BetweenLooks, clock, ct);
        }
    }

    /// <summary>The links with these.</summary>
    public async Task<(SalesLinks? Links, WriteOutcome? Failure)> AddAsync(SalesLinks links, SalesDocument document, CancellationToken ct)
    {
        var reasons = new List<Reason>();
        var (company, noCompany) = await CompanyAsync(ct);
        if (company is null) return (null, noCompany);
        var (header, line) = (new JsonObject(), new JsonObject());
        Put(header, "salesorder", "msdyn_company", Addresses.Bind("cdm_companies", company.Value), reasons);
        Put(line, "salesorderdetail", "msdyn_company", Addresses.Bind("cdm_companies", company.Value), []);
        (string Code, string Set, string IdColumn, string Column, string Lookup, string? OfLine)[] codes =
        [
            (document.DeliveryMode, "msdyn_shipvias", "msdyn_shipviaid", "msdyn_name", "msdyn_deliverymode", null),
            (settings.Site ?? "", "msdyn_operationalsites", "msdyn_operationalsiteid", "msdyn_siteid", "msdyn_defaultshippingsite", "msdyn_shippingsite"),
            (settings.Warehouse ?? "", "msdyn_warehouses", "msdyn_warehouseid", "msdyn_warehouseidentifier", "msdyn_defaultshippingwarehouse", "msdyn_shippingwarehouse"),
        ];
        foreach (var (code, set, idColumn, column, lookup, ofLine) in codes.Where(code => code.Code.Length > 0))
        {
            var (id, unread) = await catalogue.CodeAsync(set, idColumn, column, code, company, ct);
            if (unread is not null) return (null, unread);
            if (id is null)
            {
                reasons.Add(new Reason($"header.{lookup}", $"Dataverse has no {code} of {settings.LegalEntity} in {set}: run the dual-write map of that table."));
                continue;
            }

            Put(header, "salesorder", lookup, Addresses.Bind(set, id.Value), reasons);
            if (ofLine is not null) Put(line, "salesorderdetail", ofLine, Addresses.Bind(set, id.Value), reasons);
        }

        Put(header, "salesorder", $"msdyn_invoicecustomerid_{(links.Customer.IsContact ? "contact" : "account")}", links.Customer.Bound, reasons);
        return reasons.Count > 0 ? (null, new WriteOutcome.Rejected(reasons)) : (links with { Header = header, Line = line }, null);

        void Put(JsonObject body, string table, string lookup, string bound, List<Reason> reasons)
        {
            if (links.Model.Navigation(table, lookup) is { } navigation) body[navigation + Bind] = bound;
            else reasons.Add(new Reason($"header.{lookup}", $"The table {table} has no lookup {lookup}: install the dual-write application solutions."));
        }
    }

    private async Task<(Guid? Company, WriteOutcome? Failure)> CompanyAsync(CancellationToken ct)
    {
        var (company, failure) = await catalogue.CodeAsync("cdm_companies", "cdm_companyid", "cdm_companycode", settings.LegalEntity, null, ct);
        return company is not null || failure is not null
            ? (company, failure)
            : (null, new WriteOutcome.Rejected([new Reason("header.msdyn_company", $"Dataverse has no company {settings.LegalEntity}: enable it for dual-write in F&O (Data management, Dual-write).")]));
    }
}
