using System.Text.Json.Nodes;
using Integration.Connectors.Pairs.Lanes;
using Integration.Tests.Compliance.Erp.Payments;

namespace Integration.Tests.Compliance.Erp.Dynamics;

/// <summary>Money as lines of customer payment journals.</summary>
public class DynamicsPaymentCompliance : ErpPaymentCompliance
{
    /// <inheritdoc />
    protected override PaymentBooking Booking => PaymentBooking.Payment;

    /// <inheritdoc />
    protected override JsonObject Lookups => JsonNode.Parse("""{ "payment-methods": { "codes": {}, "default": "ONLINE" } }""")!.AsObject();

    /// <inheritdoc />
    protected override async Task<ErpUnderTest> StartAsync() => await DynamicsErp.StartAsync(ownNumbers: true);
}
