using System.Text.Json.Nodes;
using Integration.Connectors.Pairs.Lanes;
using Integration.Tests.Compliance.Erp.Payments;

namespace Integration.Tests.Compliance.Erp.Dynamics;

/// <summary>Money as lines of general journals.</summary>
public class DynamicsJournalCompliance : ErpPaymentCompliance
{
    /// <inheritdoc />
    protected override PaymentBooking Booking => PaymentBooking.Journal;

    /// <inheritdoc />
    protected override JsonObject Lookups => JsonNode.Parse("""
        { "ledger-accounts": { "codes": { "customers:USD": "11000", "customers:EUR": "11000", "customers:JPY": "11000" }, "default": "12200" } }
        """)!.AsObject();

    /// <inheritdoc />
    protected override async Task<ErpUnderTest> StartAsync() => await DynamicsErp.StartAsync(ownNumbers: true);
}
