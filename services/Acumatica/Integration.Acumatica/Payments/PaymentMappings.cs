using Integration.Acumatica.Protocol;
using Integration.Connectors.Lanes.Payments;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Connectors.Publishing;

namespace Integration.Acumatica.Payments;

/// <summary>The shipped mapping documents of payments, with the connection's settings written in.</summary>
internal sealed class PaymentMappings(AcumaticaSettings settings)
{
    /// <summary>Lookup: shop's payment method title → entry type of the provider's fee.</summary>
    public const string FeeTypes = "fee-types";

    /// <summary>Lookup: shop's payment method title, a colon and the currency → general ledger account; <c>fees:</c> and <c>customers:</c> with the currency.</summary>
    public const string LedgerAccounts = "ledger-accounts";

    /// <summary>The entity's fields.</summary>
    public static EntityModel PaymentModel { get; } = EntityModel.Load("Integration.Acumatica.Payments.payment-24.200.001.json");

    /// <inheritdoc cref="PaymentModel"/>
    public static EntityModel JournalModel { get; } = EntityModel.Load("Integration.Acumatica.Payments.journal-transaction-24.200.001.json");

    /// <summary>As payments of the customer.</summary>
    public MappingPort Payment { get; } = new("payments.toErp", PaymentSource.Schema, PaymentModel, Render("payments.toErp", settings));

    /// <summary>As entries of the general ledger.</summary>
    public MappingPort Journal { get; } = new("journals.toErp", PaymentSource.Schema, JournalModel, Render("journals.toErp", settings));

    /// <summary>The document of a way of booking.</summary>
    public MappingPort Of(PaymentBooking booking) => booking == PaymentBooking.Journal ? Journal : Payment;

    private static string Render(string name, AcumaticaSettings settings)
    {
        var document = ShippedDocument.Read(typeof(PaymentMappings), name);
        var rules = document["rules"]!.AsArray();
        var branch = rules.First(rule => (string?)rule!["to"] == "BranchID")!;
        if (settings.Branch is { } own) branch["value"] = own;
        else rules.Remove(branch);
        return ShippedDocument.Text(document);
    }
}
