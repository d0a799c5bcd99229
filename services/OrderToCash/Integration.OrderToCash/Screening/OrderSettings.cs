using Integration.Contracts.Orders;
using Integration.Mapping.Flows;

namespace Integration.OrderToCash.Screening;

/// <summary>Puts the values that rules set into a canonical order, where mapping documents find them.</summary>
internal static class OrderSettings
{
    /// <summary>The changed order, and what was done, in plain words without personal data.</summary>
    public static (Order Order, IReadOnlyList<string> Changes) Apply(Order order, IReadOnlyList<FlowSetting> settings)
    {
        var changes = new List<string>();
        foreach (var setting in settings)
        {
            var before = order;
            order = Apply(order, setting);
            changes.Add(ReferenceEquals(before, order) ? $"Rule '{setting.Rule}' did not set {setting.Path}: nothing of the order is shipped." : Told(setting));
        }

        return (order, changes);
    }

    private static Order Apply(Order order, FlowSetting setting)
    {
        switch (setting.Path)
        {
            case SettableFields.Notes:
                return order with { Notes = setting.Value ?? "" };
            case SettableFields.CustomerGroup:
                return order with { Customer = order.Customer with { Group = setting.Value } };
            case SettableFields.ShippingCode:
                return order.ShippingMethod is { } byCode ? order with { ShippingMethod = byCode with { Code = setting.Value ?? "" } } : order;
            case SettableFields.ShippingName:
                return order.ShippingMethod is { } byName ? order with { ShippingMethod = byName with { Name = setting.Value ?? "" } } : order;
            default:
                var fields = new Dictionary<string, string>(order.CustomFields, StringComparer.Ordinal);
                var name = setting.Path[SettableFields.CustomField.Length..];
                if (setting.Value is null) fields.Remove(name);
                else fields[name] = setting.Value;
                return order with { CustomFields = fields };
        }
    }

    // Words of the document may be shown; what an expression made of the order may not.
    private static string Told(FlowSetting setting) => setting switch
    {
        { Value: null } => $"Rule '{setting.Rule}' took {setting.Path} away.",
        { IsComputed: true } => $"Rule '{setting.Rule}' set {setting.Path}.",
        _ => $"Rule '{setting.Rule}' set {setting.Path} to {setting.Value}.",
    };
}
