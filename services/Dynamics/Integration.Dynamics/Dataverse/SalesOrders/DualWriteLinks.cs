using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Dynamics.Dataverse.Catalogue;
using Integration.Dynamics.Dataverse.Protocol;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>What an order must point to besides, so that dual-write takes it over to F&amp;O: its company, the mode of delivery, site and warehouse, the customer who is invoiced.</summary>
internal sealed class DualWriteLinks(DataverseClient client, SalesCatalogue catalogue, DynamicsSettings settings)
{
    private const string Bind = "@odata.bind";
    private static readonly string[] Tables = ["salesorder", "salesorderdetail"];

    private OrganizationModel? _model;

    /// <summary>The links with these.</summary>
    public async Task<(SalesLinks? Links, WriteOutcome? Failure)> AddAsync(SalesLinks links, SalesDocument document, CancellationToken ct)
    {
        if (_model is null)
        {
            (_model, var unread) = await client.ModelAsync(Tables, ct);
            if (_model is null) return (null, unread!);
        }

        var reasons = new List<Reason>();
        var (company, failure) = await catalogue.CodeAsync("cdm_companies", "cdm_companyid", "cdm_companycode", settings.LegalEntity, null, ct);
        if (failure is not null) return (null, failure);
        if (company is null) return (null, new WriteOutcome.Rejected([new Reason("header.msdyn_company", $"Dataverse has no company {settings.LegalEntity}: enable it for dual-write in F&O (Data management, Dual-write).")]));
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

        if (document.Customer is { } customer) Put(header, "salesorder", $"msdyn_invoicecustomerid_{(customer.IsContact ? "contact" : "account")}", customer.Bound, reasons);
        return reasons.Count > 0 ? (null, new WriteOutcome.Rejected(reasons)) : (links with { Header = header, Line = line, Model = _model }, null);
    }

    private void Put(JsonObject body, string table, string lookup, string bound, List<Reason> reasons)
    {
        if (_model!.Navigation(table, lookup) is { } navigation) body[navigation + Bind] = bound;
        else reasons.Add(new Reason($"header.{lookup}", $"The table {table} has no lookup {lookup}: install the dual-write application solutions."));
    }
}
