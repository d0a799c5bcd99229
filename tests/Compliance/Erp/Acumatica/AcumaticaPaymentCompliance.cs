using System.Text.Json.Nodes;
using Integration.Connectors.Pairs.Lanes;
using Integration.Tests.Compliance.Erp.Payments;

namespace Integration.Tests.Compliance.Erp.Acumatica;

/// <summary>Money as payments of the customer.</summary>
public sealed class AcumaticaPaymentCompliance : ErpPaymentCompliance
{
    /// <inheritdoc />
    protected override PaymentBooking Booking => PaymentBooking.Payment;

    /// <inheritdoc />
    protected override JsonObject Lookups => JsonNode.Parse("""
        {
          "payment-methods": { "codes": {}, "default": "ONLINE" },
          "cash-accounts": { "codes": { "Überweisung – 支付:EUR": "10250WEB", "Überweisung – 支付:JPY": "10270WEB" }, "default": "10200WEB" }
        }
        """)!.AsObject();

    /// <inheritdoc />
    protected override async Task<ErpUnderTest> StartAsync() => await AcumaticaErp.StartAsync(unique: true);
}
