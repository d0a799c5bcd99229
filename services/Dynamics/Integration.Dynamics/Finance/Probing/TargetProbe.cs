using System.Text.Json.Nodes;
using Integration.Connectors.Ports;
using Integration.Connectors.Probing;
using Integration.Dynamics.Finance.Payments;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Probing;

/// <summary>Checks that codes named by settings and lookups exist in the legal entity.</summary>
internal sealed class TargetProbe(FinanceClient client)
{
    private const int CodesOfOneCall = 20;

    /// <summary>Where the records of an entity set are made.</summary>
    private static readonly Dictionary<string, string> Forms = new(StringComparer.Ordinal)
    {
        ["CustomerPaymentMethods"] = "Accounts receivable, Payments setup, Methods of payment",
        ["CustomerGroups"] = "Accounts receivable, Setup, Customer groups",
        ["CustomersV3"] = "Accounts receivable, Customers, All customers",
        ["DeliveryModesV2"] = "Sales and marketing, Setup, Distribution, Modes of delivery",
        ["Warehouses"] = "Inventory management, Setup, Inventory breakdown, Warehouses",
    };

    /// <summary>The codes in the connection's settings.</summary>
    public static IReadOnlyList<Target> OfSettings(DynamicsSettings settings) =>
    [
        new Target("setting customerGroup", "CustomerGroups", "CustomerGroupId", settings.CustomerGroup),
        .. Optional("setting guestCustomer", "CustomersV3", "CustomerAccount", settings.GuestCustomer),
        .. Optional("setting warehouse", "Warehouses", "WarehouseId", settings.Warehouse),
        .. Optional("setting site", "Warehouses", "OperationalSiteId", settings.Site),
        .. Optional("setting returns.warehouse", "Warehouses", "WarehouseId", settings.Returns.Warehouse),
        .. settings.Stock.Warehouses.Select(warehouse => new Target("setting stock.warehouses", "Warehouses", "WarehouseId", warehouse)),
    ];

    /// <summary>The codes that the lookups of the shipped mapping lead to.</summary>
    public static IReadOnlyList<Target> OfLookups(JsonObject lookups) =>
    [
        .. LookupValues.Of(lookups[OrderMapping.DeliveryModes]).Select(value => new Target($"lookup {OrderMapping.DeliveryModes}, {value.Codes}", "DeliveryModesV2", "ModeCode", value.Value)),
        .. LookupValues.Of(lookups[PaymentMappings.Methods]).Select(value => new Target($"lookup {PaymentMappings.Methods}, {value.Codes}", "CustomerPaymentMethods", "Name", value.Value)),
    ];

    /// <summary>Checks them all.</summary>
    public async Task<IReadOnlyList<ProbeFinding>> ExamineAsync(IReadOnlyList<Target> targets, CancellationToken ct)
    {
        var findings = new List<ProbeFinding>();
        foreach (var group in targets.GroupBy(target => (target.Set, target.Field)))
        {
            foreach (var wanted in group.DistinctBy(target => target.Code).Chunk(CodesOfOneCall))
            {
                var page = await client.AllAsync(group.Key.Set, new EntityQuery { Filter = Filter.Any([.. wanted.Select(target => Filter.Equal(target.Field, target.Code))]), Select = [group.Key.Field] }, ct);
                var found = page.Records.Select(record => record.Text(group.Key.Field)).ToHashSet(StringComparer.OrdinalIgnoreCase);
                findings.AddRange(wanted.Select(target => page.Failure is not null
                    ? new ProbeFinding("target", ProbeLevel.NotChecked, $"{target.Named}: {target.Set} cannot be read, so {target.Code} was not checked.", $"Compare with {Forms[target.Set]}.")
                    : found.Contains(target.Code)
                        ? new ProbeFinding("target", ProbeLevel.Ok, $"{target.Named}: {target.Code} is there.")
                        : new ProbeFinding("target", ProbeLevel.Failed, $"{target.Named}: there is no {target.Code} in F&O.", $"Correct the code, or create it under {Forms[target.Set]}.")));
            }
        }

        return findings;
    }

    private static IEnumerable<Target> Optional(string named, string set, string field, string? code) => code is null ? [] : [new Target(named, set, field, code)];
}
