using System.Text.Json.Nodes;
using Integration.Connectors.Lanes.Payments;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Connectors.Publishing;
using Integration.Dynamics.Finance.Protocol;

namespace Integration.Dynamics.Finance.Payments;

/// <summary>The shipped mapping documents of payments, with the connection's settings written in.</summary>
internal sealed class PaymentMappings(PaymentSettings settings)
{
    /// <summary>Lookup: shop's payment method title → method of payment.</summary>
    public const string Methods = "payment-methods";

    /// <summary>Lookup: shop's payment method title, a colon and the currency → main account with its dimensions; <c>fees:</c> and <c>customers:</c> with the currency.</summary>
    public const string LedgerAccounts = "ledger-accounts";

    /// <summary>The fields of a line of a customer payment journal.</summary>
    public static EntityModel LineModel { get; } = EntityModel.Load("Payments.customer-payment-journal-lines.json");

    /// <summary>As customer payments.</summary>
    public MappingPort Payment { get; } = new("payments.toErp", PaymentSource.Schema, LineModel, Render("payments.toErp", settings));

    /// <summary>As entries of the general journal.</summary>
    public MappingPort Journal { get; } = new("journals.toErp", PaymentSource.Schema, JournalSchema.Schema, Render("journals.toErp", settings));

    /// <summary>The document of a way of booking.</summary>
    public MappingPort Of(PaymentBooking booking) => booking == PaymentBooking.Journal ? Journal : Payment;

    private static string Render(string name, PaymentSettings settings) => ShippedDocument.Text(typeof(PaymentMappings), name, new Dictionary<string, JsonNode?>(StringComparer.Ordinal)
    {
        ["{setting:payments.offsetAccountType}"] = settings.OffsetAccount is null ? null : settings.OffsetAccountType,
        ["{setting:payments.offsetAccount}"] = settings.OffsetAccount,
    });
}
