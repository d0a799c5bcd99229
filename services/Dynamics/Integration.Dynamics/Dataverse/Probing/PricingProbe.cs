using Integration.Connectors.Ports;
using Integration.Dynamics.Dataverse.Catalogue;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Dataverse.Probing;

/// <summary>Checks what prices of orders rest on: who reckons, currencies, price lists, units.</summary>
internal sealed class PricingProbe(DataverseClient client, DynamicsSettings settings, TimeProvider clock)
{
    private const string HowToIntegrate = "Sales app settings, or the organization's column IsSOPIntegrationEnabled; on the application user Integration user mode (IsIntegrationUser).";

    /// <summary>All findings.</summary>
    /// <param name="user">The application user's id.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<ProbeFinding>> ExamineAsync(Guid? user, CancellationToken ct) =>
        [await IntegrationAsync(user, ct), .. await PriceListsAsync(ct), await UnitsAsync(ct)];

    private async Task<ProbeFinding> IntegrationAsync(Guid? user, CancellationToken ct)
    {
        const string Check = "order-processing-integration";
        var organizations = await client.ListAsync("organizations", new EntityQuery { Select = ["organizationid", "issopintegrationenabled"], Top = 1 }, ct);
        var me = user is { } id ? (await client.ReadAsync("systemusers", id, new Shown(["systemuserid", "isintegrationuser"]), ct)).Record : null;
        if (organizations.Records is not [var organization, ..] || me is not { } known) return new ProbeFinding(Check, ProbeLevel.NotChecked, "The organization and the application user cannot be read, so it was not checked who reckons prices.", HowToIntegrate);
        var missing = (organization.Flag("issopintegrationenabled"), known.Flag("isintegrationuser")) switch
        {
            (true, true) => null,
            (false, true) => "Sales order processing integration is off",
            (true, false) => "The application user is no integration user",
            _ => "Sales order processing integration is off, and the application user is no integration user",
        };
        if (missing is null) return new ProbeFinding(Check, ProbeLevel.Ok, "Sales takes the shop's prices and totals as they are.");
        return settings.HasDualWrite
            ? new ProbeFinding(Check, ProbeLevel.Failed, $"{missing}: Sales would reckon orders anew, beside F&O.", HowToIntegrate)
            : new ProbeFinding(Check, ProbeLevel.Warning, $"{missing}: Sales reckons every order anew, with the shop's prices; an order that comes out otherwise goes to a person.", HowToIntegrate);
    }

    private async Task<IReadOnlyList<ProbeFinding>> PriceListsAsync(CancellationToken ct)
    {
        var (catalogue, findings) = (new SalesCatalogue(client, settings, clock), new List<ProbeFinding>());
        foreach (var (code, name) in settings.Dataverse.PriceLists)
        {
            var (currency, failure) = await catalogue.CurrencyAsync(code, ct);
            var (list, unread) = await catalogue.PriceListAsync(name, ct);
            findings.Add((failure ?? unread, currency, list) switch
            {
                ({ }, _, _) => new ProbeFinding("price-list", ProbeLevel.Failed, $"The price list \"{name}\" and the currency {code} cannot be read.", "Give the application user's role the right to read price lists and currencies."),
                (_, null, _) => new ProbeFinding("currency", ProbeLevel.Failed, $"Dataverse has no active currency {code}.", "Add it (Power Platform admin center, Environments, Settings, Business, Currencies)."),
                (_, _, null) => new ProbeFinding("price-list", ProbeLevel.Failed, $"Sales has no price list \"{name}\" for {code}.", "Create it (Sales Hub, App settings, Price lists), or correct dataverse.priceLists."),
                (_, _, { IsActive: false }) => new ProbeFinding("price-list", ProbeLevel.Failed, $"The price list \"{name}\" is not active.", "Activate it, or name another in dataverse.priceLists."),
                (_, { } wanted, { } found) when found.Currency != wanted => new ProbeFinding("price-list", ProbeLevel.Failed, $"The price list \"{name}\" has another currency than {code}.", "Name a price list of that currency in dataverse.priceLists."),
                _ => new ProbeFinding("price-list", ProbeLevel.Ok, $"The price list \"{name}\" serves {code}."),
            });
        }

        return findings;
    }

    private async Task<ProbeFinding> UnitsAsync(CancellationToken ct)
    {
        var column = settings.Dataverse.ProductColumn;
        var page = await client.ListAsync("products", new EntityQuery { Filter = "statecode eq 0 and _defaultuomid_value eq null", Select = ["productid", column], Top = 3 }, ct);
        if (page.Failure is not null) return new ProbeFinding("units", ProbeLevel.NotChecked, "Products cannot be read, so their units were not checked.", "Give the application user's role the right to read products.");
        return page.Records.Count == 0
            ? new ProbeFinding("units", ProbeLevel.Ok, "Every active product has a default unit.")
            : new ProbeFinding("units", ProbeLevel.Warning, $"Active products have no default unit, such as {string.Join(", ", page.Records.Select(product => product.Text(column)))}: an order with one of them goes to a person.", "Give them a unit group and a default unit.");
    }
}
