using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Lanes.Orders;
using Integration.Connectors.Links;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;
using Integration.Platform.Database;

namespace Integration.Connectors.Lanes.Shipments;

/// <summary>Finds the storefront order that an ERP order belongs to: by link, else by our reference.</summary>
internal static class OrderOfErp
{
    /// <summary>By the stored tie.</summary>
    public static async Task<(OrderKey Key, string Number)?> ByLinkAsync(IUnit unit, Connected connected, string erpId, CancellationToken ct) =>
        await LinkStore.OfErpAsync(unit, connected.Name, Entities.Order, erpId, ct) is { } link
            ? (new OrderKey(link.Scope, link.StorefrontId), link.StorefrontNumber)
            : null;

    /// <summary>By the reference of a submission whose tie is not stored yet.</summary>
    public static async Task<(OrderKey Key, string Number)?> ByReferenceAsync(IUnit unit, Connected connected, string reference, CancellationToken ct) =>
        OrderEffects.KeyOf(await EffectStore.SubjectAsync(unit, connected.Name, Entities.Order, reference, ct)) is { } key
            ? (key, reference[(reference.IndexOf('-', StringComparison.Ordinal) + 1)..])
            : null;

    /// <summary>True when the reference begins with the storefront code of a pair of this ERP.</summary>
    public static bool IsOurs(Connected connected, string reference) =>
        connected.Pairs.Any(pair => reference.StartsWith($"{pair.StorefrontCode}-", StringComparison.Ordinal));
}
