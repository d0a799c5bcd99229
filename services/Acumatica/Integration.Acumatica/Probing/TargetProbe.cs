using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Acumatica.Payments;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.SalesOrders;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Ports;
using Integration.Connectors.Probing;

namespace Integration.Acumatica.Probing;

/// <summary>Checks that codes named by settings and lookups exist. One list call per entity.</summary>
internal sealed class TargetProbe(EntityClient client)
{
    private const int Most = 2000;

    /// <summary>Where the records of an entity are made.</summary>
    private static readonly Dictionary<string, string> Forms = new(StringComparer.Ordinal)
    {
        ["Account"] = "Chart of Accounts (GL202500)",
        ["Customer"] = "Customers (AR303000)",
        ["CustomerClass"] = "Customer Classes (AR201000)",
        ["CustomerPriceClass"] = "Customer Price Classes (AR208000)",
        ["ItemSalesCategory"] = "Item Sales Categories (IN204060)",
        ["NonStockItem"] = "Non-Stock Items (IN202000)",
        ["PaymentMethod"] = "Payment Methods (CA204000)",
        ["ShipVia"] = "Ship Via Codes (CS207500)",
        ["Tax"] = "Taxes (TX205000)",
        ["TaxCategory"] = "Tax Categories (TX205500)",
        ["TaxZone"] = "Tax Zones (TX206000)",
        ["Warehouse"] = "Warehouses (IN204000)",
    };

    /// <summary>The codes in the connection's settings.</summary>
    public static IReadOnlyList<Target> OfSettings(AcumaticaSettings settings)
    {
        (string Name, string Entity, string Key, string? Code)[] named =
        [
            ("customerClass", "CustomerClass", "ClassID", settings.CustomerClass),
            ("guestCustomer", "Customer", "CustomerID", settings.GuestCustomer),
            ("taxZone", "TaxZone", "TaxZoneID", settings.TaxZone),
            ("warehouse", "Warehouse", "WarehouseID", settings.Warehouse),
        ];
        return [.. named.Where(target => target.Code is not null).Select(target => new Target($"setting {target.Name}", target.Entity, target.Key, target.Code!))];
    }

    /// <summary>The codes that the lookups of the shipped mapping lead to.</summary>
    public static IReadOnlyList<Target> OfLookups(JsonObject lookups)
    {
        (string Lookup, string Entity, string Key)[] known =
        [
            (OrderMapping.PaymentMethods, "PaymentMethod", "PaymentMethodID"),
            (OrderMapping.ShipVias, "ShipVia", "CarrierID"),
            (OrderMapping.Taxes, "Tax", "TaxID"),
            (OrderMapping.FeeItems, "NonStockItem", "InventoryID"),
            ("return-items", "NonStockItem", "InventoryID"),
            (PaymentMappings.LedgerAccounts, "Account", "AccountCD"),
        ];
        // Lookups of products lead from the ERP's code to the shop's.
        (string Lookup, string Entity, string Key)[] reversed =
        [
            ("tax-classes", "TaxCategory", "TaxCategoryID"),
            ("price-classes", "CustomerPriceClass", "PriceClassID"),
            ("categories", "ItemSalesCategory", "CategoryID"),
        ];
        return
        [
            .. known.SelectMany(lookup => LookupValues.Of(lookups[lookup.Lookup]).Select(value => new Target($"lookup {lookup.Lookup}, {value.Codes}", lookup.Entity, lookup.Key, value.Value))),
            .. reversed.SelectMany(lookup => (lookups[lookup.Lookup]?["codes"] as JsonObject ?? []).Select(row => new Target($"lookup {lookup.Lookup}", lookup.Entity, lookup.Key, row.Key))),
        ];
    }

    /// <summary>Checks them all.</summary>
    public async Task<IReadOnlyList<ProbeFinding>> ExamineAsync(Session session, IReadOnlyList<Target> targets, CancellationToken ct)
    {
        var findings = new List<ProbeFinding>();
        foreach (var group in targets.GroupBy(target => (target.Entity, target.Key)))
        {
            var wanted = group.DistinctBy(target => target.Code).ToList();
            var filter = Filter.Any([.. wanted.Select(Named)]);
            var answer = await client.ListAsync(session, group.Key.Entity, new EntityQuery { Filter = filter, Select = group.Key.Key, Top = Most }, ct);
            var found = answer.Records.Select(record => record.Text(group.Key.Key)).ToHashSet(StringComparer.OrdinalIgnoreCase);
            findings.AddRange(wanted.Select(target => answer.Failure is not null
                ? new ProbeFinding("target", ProbeLevel.NotChecked, $"{target.Named}: {target.Entity} cannot be read, so {target.Code} was not checked.")
                : found.Contains(target.Code)
                    ? new ProbeFinding("target", ProbeLevel.Ok, $"{target.Named}: {target.Entity} {target.Code} is there.")
                    : new ProbeFinding("target", ProbeLevel.Failed, $"{target.Named}: there is no {target.Entity} {target.Code} in the ERP.", $"Correct the code, or create it on {Forms[target.Entity]}.")));
        }

        return findings;
    }

    // Sales categories are known by a number; what is none is no category, and must not spoil the question for the others.
    private static string Named(Target target) => target.Entity == "ItemSalesCategory"
        ? string.Create(CultureInfo.InvariantCulture, $"{target.Key} eq {(int.TryParse(target.Code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)}")
        : Filter.Equal(target.Key, target.Code);
}
