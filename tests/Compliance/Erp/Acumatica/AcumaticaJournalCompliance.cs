using System.Text.Json.Nodes;
using Integration.Connectors.Pairs.Lanes;
using Integration.Tests.Compliance.Erp.Payments;

namespace Integration.Tests.Compliance.Erp.Acumatica;

/// <summary>Money as balanced entries of the general ledger.</summary>
public sealed class AcumaticaJournalCompliance : ErpPaymentCompliance
{
    /// <inheritdoc />
    protected override PaymentBooking Booking => PaymentBooking.Journal;

    /// <inheritdoc />
    protected override JsonObject Lookups => JsonNode.Parse("""
        { "ledger-accounts": { "codes": { "customers:USD": "20600", "customers:EUR": "20600", "customers:JPY": "20600" }, "default": "12200" } }
        """)!.AsObject();

    /// <inheritdoc />
    protected override async Task<ErpUnderTest> StartAsync() => await AcumaticaErp.StartAsync(unique: true);
}
