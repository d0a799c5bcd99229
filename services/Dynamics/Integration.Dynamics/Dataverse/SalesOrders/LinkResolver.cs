using System.Globalization;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Dynamics.Dataverse.Catalogue;
using Integration.Dynamics.Dataverse.Protocol;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>
/// Finds what an order points to before anything is written: a product that is missing, a draft or without a unit, or a price list of another currency, ends with its reason and no order. Sales
/// itself would take most of them and mark the order at best.
/// </summary>
internal sealed class LinkResolver(DataverseClient client, SalesCatalogue catalogue, DualWriteLinks? dualWrite, DynamicsSettings settings)
{
    private static readonly string[] Tables = ["salesorder", "salesorderdetail"];

    private OrganizationModel? _model;

    /// <summary>The links, or why there are none.</summary>
    public async Task<(SalesLinks? Links, WriteOutcome? Failure)> ResolveAsync(SalesDocument document, CancellationToken ct)
    {
        if (_model is null)
        {
            (_model, var unread) = await client.ModelAsync(Tables, ct);
            if (_model is null) return (null, unread);
        }

        var reasons = new List<Reason>();
        var (customer, noCustomer) = dualWrite is null ? (document.Customer, null) : await dualWrite.CustomerAsync(document.CustomerText, ct);
        if (noCustomer is not null) return (null, noCustomer);
        if (customer is null) reasons.Add(new Reason("header.Customer", "The order has no customer of Dataverse."));
        var (currency, noCurrency) = await catalogue.CurrencyAsync(document.Currency, ct);
        if (noCurrency is not null) return (null, noCurrency);
        if (currency is null) reasons.Add(new Reason("header.Currency", $"Dataverse has no active currency {document.Currency}: add it (Power Platform admin center, Environments, Settings, Business, Currencies)."));
        var (list, failure) = await PriceListAsync(document.Currency, currency, reasons, ct);
        if (failure is not null) return (null, failure);
        var (products, noProducts) = await catalogue.ProductsAsync(document.Lines.Select(line => line.Sku).Where(sku => sku.Length > 0), ct);
        if (noProducts is not null) return (null, noProducts);

        var lines = new List<(Guid? Product, Guid? Unit)>();
        foreach (var (index, line) in document.Lines.Index())
        {
            if (line.Sku.Length == 0)
            {
                lines.Add((null, null));
                continue;
            }

            var product = products.GetValueOrDefault(line.Sku);
            var (unit, noUnit) = await UnitAsync(line, product, ct);
            if (noUnit is not null) return (null, noUnit);
            if (Problem(line, product, unit) is { } problem) reasons.Add(new Reason(string.Create(CultureInfo.InvariantCulture, $"lines[{index}].{(line.Unit.Length > 0 && product?.Unit is not null ? SalesSchema.Line.Unit : SalesSchema.Line.Product)}"), problem));
            lines.Add((product?.Id, unit));
        }

        if (reasons.Count > 0) return (null, new WriteOutcome.Rejected(reasons));
        var links = new SalesLinks(customer!, currency!.Value, list!.Value, lines, [], []) { Model = _model };
        return dualWrite is null ? (links, null) : await dualWrite.AddAsync(links, document, ct);
    }

    private async Task<(Guid? Id, WriteOutcome? Failure)> PriceListAsync(string code, Guid? currency, List<Reason> reasons, CancellationToken ct)
    {
        if (!settings.Dataverse.PriceLists.TryGetValue(code, out var name))
        {
            reasons.Add(new Reason("header.Currency", $"No price list is named for {code}: add it to dataverse.priceLists of the connection."));
            return (null, null);
        }

        var (list, failure) = await catalogue.PriceListAsync(name, ct);
        if (failure is not null) return (null, failure);
        if (list is null) reasons.Add(new Reason("header.Currency", $"Sales has no price list \"{name}\"."));
        else if (!list.IsActive) reasons.Add(new Reason("header.Currency", $"The price list \"{name}\" is not active."));
        else if (currency is not null && list.Currency != currency) reasons.Add(new Reason("header.Currency", $"The price list \"{name}\" has another currency than {code}."));
        return (list?.Id, null);
    }

    private async Task<(Guid? Id, WriteOutcome? Failure)> UnitAsync(SalesLine line, KnownProduct? product, CancellationToken ct) =>
        product is null || line.Unit.Length == 0 || product.UnitGroup is not { } group ? (product?.Unit, null) : await catalogue.UnitAsync(group, line.Unit, ct);

    private static string? Problem(SalesLine line, KnownProduct? product, Guid? unit) => (product, unit) switch
    {
        (null, _) => $"There is no product {line.Sku} in Dataverse.",
        ({ State: 2 }, _) => $"The product {line.Sku} is a draft: publish it.",
        ({ IsSold: false }, _) => $"The product {line.Sku} is retired.",
        ({ Unit: null }, _) => $"The product {line.Sku} has no default unit.",
        (_, null) => $"The unit group of the product {line.Sku} has no unit {line.Unit}.",
        _ => null,
    };
}
