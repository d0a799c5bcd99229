using System.Security.Cryptography;
using System.Text.Json;
using Integration.Contracts.Orders;
using Integration.Contracts.Serialization;

namespace Integration.OrderToCash.Saga;

/// <summary>A digest of what the ERP cares about in an order, to tell a real change from a status or an admin save that rewrote it equally.</summary>
internal static class OrderContent
{
    public static string Digest(Order order)
    {
        var content = new
        {
            order.Number,
            order.Currency,
            order.Total,
            Lines = order.Lines.Select(line => new { line.Sku, line.Quantity, line.Subtotal }),
            order.ShippingCost,
            order.ShippingMethod,
            Discounts = order.Discounts.Sum(discount => discount.Amount),
            Taxes = order.Taxes.Sum(tax => tax.Amount),
            Fees = order.Fees.Sum(fee => fee.Amount),
            order.BillingAddress,
            order.ShippingAddress,
        };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, ContractsJson.Options)));
    }
}
