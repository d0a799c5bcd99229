using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Sandbox.Faults;
using Xunit;
using CallLog = Integration.Connectors.Http.CallLog;

namespace Integration.Tests.Compliance.Erp.Dynamics;

/// <summary>What only Dynamics has: tokens of Entra, the legal entity that may be hidden, pages by the server's own addresses, number sequences, two journals of packing slips.</summary>
public sealed class DynamicsConnectionTests : IAsyncLifetime
{
    private const string Reference = "XC1-1001";

    private DynamicsErp _erp = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _erp = await DynamicsErp.StartAsync(ownNumbers: true);

    public ValueTask DisposeAsync() => _erp.DisposeAsync();

    [Fact]
    public async Task Tokens_that_end_are_renewed_over_and_over_each_with_one_sign_in()
    {
        for (var round = 0; round < 4; round++)
        {
            Assert.IsType<LookOutcome.NotFound>(await _erp.Erp.SalesOrders.FindByReferenceAsync(Reference, Ct));
            await _erp.ControlAsync("expire", new { });
        }

        Assert.IsType<LookOutcome.NotFound>(await _erp.Erp.SalesOrders.FindByReferenceAsync(Reference, Ct));
        Assert.Equal(5, _erp.SignIns);
    }

    [Fact]
    public async Task A_crowd_whose_token_ends_signs_in_once()
    {
        await _erp.Erp.SalesOrders.FindByReferenceAsync(Reference, Ct);
        await _erp.ControlAsync("expire", new { });

        var found = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _erp.Erp.SalesOrders.FindByReferenceAsync(Reference, Ct)));

        Assert.All(found, outcome => Assert.IsType<LookOutcome.NotFound>(outcome));
        Assert.Equal(2, _erp.SignIns);
    }

    [Fact]
    public async Task A_write_whose_token_is_refused_once_is_repeated_and_makes_one_order()
    {
        var (order, document) = await OrderAsync();
        _erp.Finance.Faults.Add(new FaultRule { Kind = FaultKind.Status, Status = 401, Method = "POST", PathContains = "$batch", Count = 1 });

        Assert.IsType<WriteOutcome.Done>(await _erp.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct));

        Assert.Single(await _erp.OrdersAsync(order.Reference));
        Assert.Equal(2, _erp.SignIns);
    }

    [Fact]
    public async Task A_refused_app_is_a_denial_with_the_fix_and_is_not_tried_again_at_once()
    {
        await _erp.Erp.SalesOrders.FindByReferenceAsync(Reference, Ct);
        _erp.Entra.Settings.Disabled = [_erp.Entra.Options.Applications[0].ClientId];

        var denied = await DeniedAsync(_erp);
        var signIns = _erp.SignIns;
        Assert.Contains("AADSTS7000112", denied.Reason, StringComparison.Ordinal);
        Assert.Contains("disabled", denied.Reason, StringComparison.Ordinal);

        Assert.Equal(denied, await DeniedAsync(_erp));
        Assert.Equal(signIns, _erp.SignIns);
    }

    [Fact]
    public async Task An_app_that_is_entered_nowhere_is_a_denial_that_says_where()
    {
        await _erp.RevokeAsync(true);

        Assert.Contains("Microsoft Entra applications", (await DeniedAsync(_erp)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_secret_is_named_by_its_code_and_shown_nowhere()
    {
        await using var wrong = await DynamicsErp.StartAsync(ownNumbers: true, secret: "the-secrets-id-by-mistake");
        using var log = CallLog.Begin();

        var denied = await DeniedAsync(wrong);

        Assert.Contains("AADSTS7000215", denied.Reason, StringComparison.Ordinal);
        Assert.Contains(await wrong.Erp.ProbeAsync(Ct), finding => finding is { Check: "credentials", Level: ProbeLevel.Failed });
        Assert.NotEmpty(log.Calls);
        Assert.DoesNotContain("by-mistake", $"{denied.Reason} {string.Join('\n', log.Calls)}", StringComparison.Ordinal);
        Assert.Equal(1, wrong.SignIns);
    }

    [Fact]
    public async Task A_certificate_signs_in_too()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=shop", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var erp = await DynamicsErp.StartAsync(ownNumbers: true, secret: $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}", byCertificate: true);

        var found = await erp.Erp.SalesOrders.FindByReferenceAsync(Reference, Ct);

        Assert.True(found is LookOutcome.NotFound, found.ToString());
        Assert.Equal(1, erp.SignIns);
    }

    [Fact]
    public async Task A_busy_environment_is_left_alone_for_as_long_as_it_says()
    {
        var (order, document) = await OrderAsync();
        await _erp.ControlAsync("settings", new { load = 90, retryAfter = "00:00:12" });
        var calls = await _erp.CallsAsync();

        Assert.Equal(TimeSpan.FromSeconds(12), Assert.IsType<WriteOutcome.Throttled>(await _erp.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct)).After);
        var again = Assert.IsType<WriteOutcome.Throttled>(await _erp.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct));

        Assert.InRange(again.After, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(12));
        Assert.Equal(calls + 1, await _erp.CallsAsync());
        Assert.Empty(await _erp.OrdersAsync(order.Reference));
    }

    [Fact]
    public async Task A_company_that_shows_nothing_is_told_by_the_doctor_and_takes_no_order()
    {
        var (order, document) = await OrderAsync();
        await _erp.ControlAsync("settings", new { companies = (string[])["demf"], defaultCompany = "demf" });

        Assert.IsType<LookOutcome.NotFound>(await _erp.Erp.SalesOrders.FindByReferenceAsync(order.Reference, Ct));
        Assert.NotEmpty(Assert.IsType<WriteOutcome.Rejected>(await _erp.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct)).Reasons);

        var access = Assert.Single(await _erp.Erp.ProbeAsync(Ct), finding => finding.Check == "legal-entity");
        Assert.Equal(ProbeLevel.Failed, access.Level);
        Assert.Contains("usmf", access.Fix, StringComparison.Ordinal);
        Assert.Empty(await _erp.OrdersAsync(order.Reference));
    }

    [Fact]
    public async Task The_default_company_of_the_user_does_not_matter()
    {
        var (order, document) = await OrderAsync();
        await _erp.ControlAsync("settings", new { defaultCompany = "demf" });

        Assert.IsType<WriteOutcome.Done>(await _erp.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct));
        Assert.IsType<LookOutcome.Same>(await _erp.Erp.SalesOrders.FindAsync(order.Reference, document, Ct));
    }

    [Fact]
    public async Task A_next_page_on_another_host_is_not_asked_for()
    {
        for (var number = 0; number <= _erp.Features.PageSize; number++)
        {
            var (order, document) = await OrderAsync($"2{number:000}");
            Assert.IsType<WriteOutcome.Done>(await _erp.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct));
        }

        // Another server, where a token of ours must never be seen.
        await _erp.ControlAsync("settings", new { linkAddress = _erp.Entra.BaseUrl.AbsoluteUri });
        var before = _erp.Entra.Calls.Calls().Count;

        var pages = new List<ChangePage>();
        await foreach (var page in _erp.Erp.Fulfilment.OrdersChangedSinceAsync(default, Ct)) pages.Add(page);

        Assert.False(pages[^1].Last);
        Assert.Contains("another host", Assert.IsType<WriteOutcome.Rejected>(pages[^1].Failure).Reasons[0].Message, StringComparison.Ordinal);
        Assert.Equal(before, _erp.Entra.Calls.Calls().Count);
    }

    [Fact]
    public async Task Where_lines_of_a_new_header_are_not_found_nothing_is_written_and_the_way_out_is_named()
    {
        await using var erp = await DynamicsErp.StartAsync(ownNumbers: false, environment => environment.ResolvesContentIds = false);
        var order = Sample();

        var reasons = Assert.IsType<WriteOutcome.Rejected>(await erp.Erp.SalesOrders.CreateAsync(order.Reference, await erp.DocumentAsync(order), Ct)).Reasons;

        Assert.Contains(reasons, reason => reason.Message.Contains("numbering", StringComparison.Ordinal));
        Assert.Empty(await erp.OrdersAsync(order.Reference));
    }

    [Fact]
    public async Task A_number_of_ours_that_the_sequence_does_not_take_is_refused_and_nothing_is_written()
    {
        await using var erp = await DynamicsErp.StartAsync(ownNumbers: true, environment => environment.ManualNumbers = []);
        var order = Sample();

        var reasons = Assert.IsType<WriteOutcome.Rejected>(await erp.Erp.SalesOrders.CreateAsync(order.Reference, await erp.DocumentAsync(order), Ct)).Reasons;

        Assert.Contains(reasons, reason => reason.Message.Contains("manual", StringComparison.Ordinal));
        Assert.Empty(await erp.OrdersAsync(order.Reference));
    }

    [Fact]
    public async Task A_refused_write_with_the_status_of_a_server_error_is_a_refusal_too()
    {
        await _erp.ControlAsync("settings", new { writeFailureStatus = 500 });
        var order = OrderSamples.Of("1001", "USD", ("MUG-01", 1m, 1m), ("NOT-IN-ERP", 1m, 1m));

        var reasons = Assert.IsType<WriteOutcome.Rejected>(await _erp.Erp.SalesOrders.CreateAsync(order.Reference, await _erp.DocumentAsync(order), Ct)).Reasons;

        Assert.Contains(reasons, reason => reason.Field == "lines[1].ItemNumber" && reason.Message.Contains("NOT-IN-ERP", StringComparison.Ordinal));
        Assert.Empty(await _erp.OrdersAsync(order.Reference));
    }

    [Theory]
    [InlineData("SalesOrderHeadersV2", "SalesOrderLines")]
    [InlineData("SalesOrderHeadersV4", "SalesOrderLinesV3")]
    public async Task Other_versions_of_the_entities_take_the_same_order(string headers, string lines)
    {
        await using var erp = await DynamicsErp.StartAsync(ownNumbers: true, more: new JsonObject { ["headerEntity"] = headers, ["lineEntity"] = lines });
        var order = Sample();
        var document = await erp.DocumentAsync(order);

        Assert.IsType<WriteOutcome.Done>(await erp.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct));
        Assert.IsType<LookOutcome.Same>(await erp.Erp.SalesOrders.CompareAsync(order.Reference, order.Reference, document, Ct));
        Assert.DoesNotContain(await erp.Erp.ProbeAsync(Ct), finding => finding.Level == ProbeLevel.Failed);
    }

    [Theory]
    [InlineData("", nameof(WriteOutcome.Differs))]
    [InlineData("EXEMPT", nameof(WriteOutcome.Done))]
    public async Task A_customers_own_tax_group_is_told_as_a_difference_and_groups_without_taxes_prevent_it(string groups, string outcome)
    {
        await using var erp = await DynamicsErp.StartAsync(ownNumbers: true, more: new JsonObject { ["salesTaxGroup"] = groups, ["itemSalesTaxGroup"] = groups });
        var order = Sample();
        var document = await erp.DocumentAsync(order);
        await erp.ControlAsync("tamper", new
        {
            entity = "CustomersV3", keys = (string[])["usmf", (string)document["header"]!["OrderingCustomerAccountNumber"]!], fields = new { SalesTaxGroup = "WEBTAX" },
        });

        var written = await erp.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct);

        Assert.Equal(outcome, written.GetType().Name);
        if (written is WriteOutcome.Differs differs) Assert.Contains(differs.Fields, field => field.Field == "header.OrderTotalTaxAmount");
    }

    [Fact]
    public async Task The_journal_of_sales_shows_a_packing_slip_with_its_number_and_without_lines()
    {
        await using var erp = await DynamicsErp.StartAsync(ownNumbers: true, more: new JsonObject { ["packingSlips"] = "sales" });
        var order = Sample();
        Assert.IsType<WriteOutcome.Done>(await erp.Erp.SalesOrders.CreateAsync(order.Reference, await erp.DocumentAsync(order), Ct));
        await erp.ShipAsync(order.Reference, new Parcel("MUG-01", 1m, "T1"));

        var slip = Assert.Single(Assert.IsType<ReadOutcome<ErpOrderProgress>.Found>(await erp.Erp.Fulfilment.ReadOrderAsync(order.Reference, Ct)).Value.Shipments!);
        var shipment = Assert.IsType<ReadOutcome<ErpShipment>.Found>(await erp.Erp.Fulfilment.ReadShipmentAsync(slip, Ct)).Value;

        Assert.True(shipment.IsConfirmed);
        Assert.Equal(("T1", 0), (Assert.Single(shipment.ByOrder[order.Reference].TrackingNumbers), shipment.ByOrder[order.Reference].Lines.Count));
    }

    [Fact]
    public async Task A_posted_invoice_is_named_and_ends_the_order()
    {
        var (order, document) = await OrderAsync();
        await _erp.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct);
        await _erp.ShipAsync(order.Reference, new Parcel("MUG-01", 1m, "T1"));
        await _erp.ControlAsync("invoice", new { orderNbr = order.Reference });

        var progress = Assert.IsType<ReadOutcome<ErpOrderProgress>.Found>(await _erp.Erp.Fulfilment.ReadOrderAsync(order.Reference, Ct)).Value;

        Assert.Equal(ErpOrderStatus.Invoiced, progress.Status);
        Assert.StartsWith("CIV-", Assert.Single(progress.Invoices), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scores_are_kept_in_the_fields_of_an_extension_and_a_missing_one_is_named()
    {
        var scores = new JsonObject { ["anomalyScore"] = "AIAnomalyScore", ["creditScore"] = "AICreditScore" };
        await using var erp = await DynamicsErp.StartAsync(ownNumbers: true, more: scores, orderFields: ["AIAnomalyScore", "AICreditScore"]);
        var order = Sample();
        var document = await erp.DocumentAsync(order);
        document["header"]!["AIAnomalyScore"] = 0.75m;

        Assert.IsType<WriteOutcome.Done>(await erp.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct));

        Assert.Equal(0.75m, Assert.Single(erp.Finance.Books.All("SalesOrders")).Number("AIAnomalyScore"));
        Assert.DoesNotContain(await erp.Erp.ProbeAsync(Ct), finding => finding is { Check: "sales-orders", Level: ProbeLevel.Failed });

        await using var bare = await DynamicsErp.StartAsync(ownNumbers: true, more: scores, orderFields: ["AIAnomalyScore"]);
        var missing = Assert.Single(await bare.Erp.ProbeAsync(Ct), finding => finding is { Check: "sales-orders", Level: ProbeLevel.Failed });
        Assert.Contains("AICreditScore", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_tokens_nor_secrets_nor_addresses_reach_the_timeline()
    {
        using var log = CallLog.Begin();
        var order = OrderSamples.Of("1001", "USD", ("MUG-01", 1m, 1m), ("NOT-IN-ERP", 1m, 1m));
        await _erp.Erp.SalesOrders.CreateAsync(order.Reference, await _erp.DocumentAsync(order), Ct);

        var shown = string.Join('\n', log.Calls);
        Assert.Contains("$batch", shown, StringComparison.Ordinal);
        Assert.Contains("CustomersV3", shown, StringComparison.Ordinal);
        foreach (var secret in (string[])[DynamicsErp.ClientSecret, "Bearer", "eyJ", "example.org", "ukasik"])
            Assert.DoesNotContain(secret, shown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_doctor_reads_return_orders_with_every_field_that_is_used()
    {
        var findings = await _erp.Erp.ProbeAsync(Ct);

        Assert.Equal([ProbeLevel.Ok, ProbeLevel.Ok, ProbeLevel.NotChecked], findings.Where(finding => finding.Check.StartsWith("return-", StringComparison.Ordinal)).Select(finding => finding.Level));
        Assert.NotEmpty(_erp.Erp.Unlisted[Integration.Contracts.Records.Entities.Return]);
    }

    [Fact]
    public async Task The_doctor_names_delivery_modes_that_lead_nowhere()
    {
        var findings = await ((ILookupProbe)_erp.Erp).ProbeLookupsAsync(
            JsonNode.Parse("""{ "delivery-modes": { "codes": { "Ground": "GROUND", "Drone": "DRONE" }, "default": "STANDARD" } }""")!.AsObject(), Ct);

        string[] missing = ["DRONE", "STANDARD"];
        Assert.Equal(missing.Length, findings.Count(finding => finding.Level == ProbeLevel.Failed));
        Assert.All(missing, code => Assert.Contains(findings, finding => finding.Level == ProbeLevel.Failed && finding.Message.Contains(code, StringComparison.Ordinal)));
        Assert.Single(findings, finding => finding.Level == ProbeLevel.Ok && finding.Message.Contains("GROUND", StringComparison.Ordinal));
    }

    private static Order Sample(string number = "1001") => OrderSamples.Of(number, "USD", ("MUG-01", 1m, 5m));

    private async Task<(Order Order, JsonObject Document)> OrderAsync(string number = "1001")
    {
        var order = Sample(number);
        return (order, await _erp.DocumentAsync(order));
    }

    private static async Task<WriteOutcome.Denied> DeniedAsync(DynamicsErp erp) =>
        Assert.IsType<WriteOutcome.Denied>(Assert.IsType<LookOutcome.Failed>(await erp.Erp.SalesOrders.FindByReferenceAsync(Reference, Ct)).Outcome);
}
