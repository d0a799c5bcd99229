using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Integration.Contracts.OrderToCash;
using Integration.Sandbox.Dynamics.Entra;
using Integration.Sandbox.Dynamics.Finance;

namespace Integration.Tests.Compliance.Erp.Dynamics;

/// <summary>The Dynamics connector in mode <c>fno</c> on the stand-ins of Entra and Finance and Operations.</summary>
internal sealed class DynamicsErp : FinanceErp
{
    private readonly string _folder;
    private readonly bool _ownNumbers;

    private DynamicsErp(string folder, EntraStandIn entra, FinanceStandIn finance, bool ownNumbers, string secret, string secretName, JsonObject? more)
        : base(entra, finance, finance.BaseUrl, [.. new JsonObject { ["mode"] = "fno", ["numbering"] = ownNumbers ? "ours" : "erp" }, .. more ?? []], secret, secretName) =>
        (_folder, _ownNumbers) = (folder, ownNumbers);

    public override ErpFeatures Features => new()
    {
        UniqueReference = _ownNumbers, Skus = ["LAMP-ZÜRICH", "MUG-01", "BOOK-łÓDŹ", "TEE-RED-S"], Currencies = ["USD", "EUR"], PageSize = PageSize, CallsPerOrder = _ownNumbers ? 1 : 2,
        ChangeStamps = false, Cancels = false, OrdersCarryPayments = false, ItemsChangeInPlace = false, ReopensShipments = false, ReleasesMoney = false, SettlesCredits = false, Held = ErpOrderStatus.OnHold,
    };

    /// <summary>Starts the stand-ins with what the set-up asks for.</summary>
    /// <param name="ownNumbers">True: order numbers are our references, and the number sequence is manual. False: F&amp;O numbers, and finds the header of its change set.</param>
    /// <param name="environment">Settings of the environment beside these.</param>
    /// <param name="secret">The secret that the connector has.</param>
    /// <param name="byCertificate">True: the secret is a certificate with its key, and the tenant knows the certificate and no client secret.</param>
    /// <param name="more">Settings of the connection beside the usual ones.</param>
    /// <param name="orderFields">Number fields that an extension has added to orders.</param>
    public static async Task<DynamicsErp> StartAsync(
        bool ownNumbers, Action<FinanceSettings>? environment = null, string secret = ClientSecret, bool byCertificate = false, JsonObject? more = null, params IReadOnlyList<string> orderFields)
    {
        var folder = Directory.CreateTempSubdirectory("dynamics-erp").FullName;
        var settings = new FinanceSettings { PageSize = PageSize, ManualNumbers = ownNumbers ? ["SalesOrderNumber"] : [], ResolvesContentIds = !ownNumbers };
        environment?.Invoke(settings);
        var tenant = new EntraOptions();
        if (byCertificate) tenant = tenant with { Applications = [tenant.Applications[0] with { Secrets = [], Certificates = [X509Certificate2.CreateFromPem(secret)] }] };
        var entra = await EntraStandIn.StartAsync(tenant);
        var finance = await FinanceStandIn.StartAsync(new FinanceOptions { DataFile = Path.Combine(folder, "finance.db"), Entra = entra, Settings = settings, OrderFields = orderFields });
        var erp = new DynamicsErp(folder, entra, finance, ownNumbers, secret, byCertificate ? "certificate" : "clientSecret", more);
        await erp.ControlAsync("item", new { inventoryId = Rounding, service = true });
        return erp;
    }

    protected override async ValueTask StopAsync()
    {
        await Finance.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
