using System.Security.Cryptography;
using System.Text.Json;
using Integration.Contracts.Customers;
using Integration.Contracts.Orders;
using Integration.Contracts.Serialization;

namespace Integration.OrderToCash.Saga;

/// <summary>What the ERP cares about in an order, without personal data: enough to say in plain words what an edit changed.</summary>
public sealed record OrderOutline
{
    /// <summary>The lines.</summary>
    public IReadOnlyList<OutlineLine> Lines { get; init; } = [];

    /// <summary>Shipping charged.</summary>
    public decimal Shipping { get; init; }

    /// <summary>Name of the shipping method; empty when nothing is shipped.</summary>
    public string Method { get; init; } = "";

    /// <summary>Sum of the discounts.</summary>
    public decimal Discounts { get; init; }

    /// <summary>Sum of the taxes.</summary>
    public decimal Taxes { get; init; }

    /// <summary>Sum of the fees.</summary>
    public decimal Fees { get; init; }

    /// <summary>The total.</summary>
    public decimal Total { get; init; }

    /// <summary>Digest of the billing address.</summary>
    public string Billing { get; init; } = "";

    /// <summary>Digest of the shipping address.</summary>
    public string Delivery { get; init; } = "";

    /// <summary>The outline of an order.</summary>
    public static OrderOutline Of(Order order) => new()
    {
        Lines = [.. order.Lines.Select(line => new OutlineLine(line.Id, line.Sku, line.Quantity, line.Subtotal))],
        Shipping = order.ShippingCost,
        Method = order.ShippingMethod?.Name ?? "",
        Discounts = order.Discounts.Sum(discount => discount.Amount),
        Taxes = order.Taxes.Sum(tax => tax.Amount),
        Fees = order.Fees.Sum(fee => fee.Amount),
        Total = order.Total,
        Billing = Digest(order.Key, order.BillingAddress),
        Delivery = Digest(order.Key, order.ShippingAddress),
    };

    // With the order's key, so that two orders of one household cannot be told to be alike.
    private static string Digest(OrderKey key, Address? address) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { key, address }, ContractsJson.Options))[..8]);
}
