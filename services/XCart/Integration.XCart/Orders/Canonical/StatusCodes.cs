using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Contracts.Orders;

namespace Integration.XCart.Orders.Canonical;

/// <summary>
/// X-Cart's status codes in canonical words (constants of the shop's source, seen on 5.4.1.5). Merchants add codes of their own:
/// those are <c>Unknown</c> until the pair's lookups <c>payment-status</c> and <c>shipping-status</c> name them.
/// </summary>
internal static class StatusCodes
{
    /// <summary>The lookup that names the merchant's own payment codes.</summary>
    public const string PaymentLookup = "payment-status";

    /// <summary>The lookup that names the merchant's own shipping codes.</summary>
    public const string ShippingLookup = "shipping-status";

    /// <summary>The shipping code of an order whose payment failed: it has no number and disappears when the customer tries again.</summary>
    public const string NotFinished = "NF";

    private static readonly FrozenDictionary<string, PaymentStatus> Payment = new Dictionary<string, PaymentStatus>(StringComparer.Ordinal)
    {
        ["Q"] = PaymentStatus.Unpaid,
        ["A"] = PaymentStatus.Authorised,
        ["PP"] = PaymentStatus.PartlyPaid,
        ["P"] = PaymentStatus.Paid,
        ["D"] = PaymentStatus.Declined,
        ["C"] = PaymentStatus.Cancelled,
        ["R"] = PaymentStatus.Refunded,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, FulfilmentStatus> Shipping = new Dictionary<string, FulfilmentStatus>(StringComparer.Ordinal)
    {
        ["N"] = FulfilmentStatus.New,
        ["P"] = FulfilmentStatus.Processing,
        ["S"] = FulfilmentStatus.Shipped,
        ["D"] = FulfilmentStatus.Delivered,
        ["WND"] = FulfilmentStatus.WillNotDeliver,
        ["R"] = FulfilmentStatus.Returned,
        ["WFA"] = FulfilmentStatus.New,
        ["NBA"] = FulfilmentStatus.New,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The payment status of a code.</summary>
    /// <exception cref="MappingFault">The pair's lookup names a status that does not exist.</exception>
    public static PaymentStatus PaymentOf(string code, PairDefinition pair) =>
        Override<PaymentStatus>(pair, PaymentLookup, code) ?? Payment.GetValueOrDefault(code, PaymentStatus.Unknown);

    /// <summary>The fulfilment status of a code.</summary>
    /// <exception cref="MappingFault">The pair's lookup names a status that does not exist.</exception>
    public static FulfilmentStatus ShippingOf(string code, PairDefinition pair) =>
        Override<FulfilmentStatus>(pair, ShippingLookup, code) ?? Shipping.GetValueOrDefault(code, FulfilmentStatus.Unknown);

    /// <summary>True when the shop's own source knows this payment code.</summary>
    public static bool KnowsPayment(string code) => Payment.ContainsKey(code);

    /// <summary>True when the shop's own source or its not-finished-orders add-on knows this shipping code.</summary>
    public static bool KnowsShipping(string code) => Shipping.ContainsKey(code) || code == NotFinished;

    private static TStatus? Override<TStatus>(PairDefinition pair, string lookup, string code)
        where TStatus : struct, Enum
    {
        if (pair.Lookups[lookup] is not JsonObject table || table[code] is not { } value)
            return null;
        if (value.GetValueKind() == JsonValueKind.String && Enum.TryParse<TStatus>(value.GetValue<string>(), ignoreCase: true, out var status) && Enum.IsDefined(status))
            return status;
        throw new MappingFault($"lookups.{lookup}.{code}", $"The lookup names no status that exists. Use one of {string.Join(", ", Enum.GetNames<TStatus>())}.");
    }
}
