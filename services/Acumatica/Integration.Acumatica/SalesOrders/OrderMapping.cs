using System.Text.Json.Nodes;
using Integration.Connectors.Publishing;

namespace Integration.Acumatica.SalesOrders;

/// <summary>The shipped mapping document from the canonical order, with the connection's settings written in.</summary>
internal static class OrderMapping
{
    /// <summary>Lookup: shop's payment method title → payment method.</summary>
    public const string PaymentMethods = "payment-methods";

    /// <summary>Lookup: shop's payment method title, a colon and the currency → cash account.</summary>
    public const string CashAccounts = "cash-accounts";

    /// <summary>Lookup: shop's shipping method title → ship-via code.</summary>
    public const string ShipVias = "ship-vias";

    /// <summary>Lookup: shop's tax code → tax id.</summary>
    public const string Taxes = "taxes";

    /// <summary>Lookup: fee code, or <c>ROUNDING</c>, → non-stock item.</summary>
    public const string FeeItems = "fee-items";

    /// <summary>
    /// The document as JSON text. A rule whose <c>value</c> is <c>"{setting:NAME}"</c> gets the setting's value (<c>"{if:NAME}"</c>: true), or is
    /// left out when the setting is not given.
    /// </summary>
    public static string Render(AcumaticaSettings settings) => ShippedDocument.Text(typeof(OrderMapping), "orders.toErp", new Dictionary<string, JsonNode?>(StringComparer.Ordinal)
    {
        ["{setting:orderType}"] = settings.OrderType,
        ["{setting:taxZone}"] = settings.TaxZone,
        ["{if:taxZone}"] = settings.TaxZone is null ? null : JsonValue.Create(true),
        ["{setting:branch}"] = settings.Branch,
        ["{setting:warehouse}"] = settings.Warehouse,
    });
}
