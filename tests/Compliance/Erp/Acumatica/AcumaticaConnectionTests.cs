using System.Text.Json.Nodes;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Xunit;

namespace Integration.Tests.Compliance.Erp.Acumatica;

/// <summary>What only Acumatica has: rotating tokens, seats, lookups that must lead somewhere.</summary>
public sealed class AcumaticaConnectionTests : IAsyncLifetime
{
    private AcumaticaErp _erp = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _erp = await AcumaticaErp.StartAsync(unique: true);

    public ValueTask DisposeAsync() => _erp.DisposeAsync();

    [Fact]
    public async Task Expired_tokens_are_refreshed_over_and_over_without_the_password()
    {
        for (var round = 0; round < 4; round++)
        {
            Assert.IsType<LookOutcome.NotFound>(await _erp.Erp.SalesOrders.FindByReferenceAsync("XC1-1", Ct));
            await _erp.ControlAsync("expire", new { });
        }

        Assert.IsType<LookOutcome.NotFound>(await _erp.Erp.SalesOrders.FindByReferenceAsync("XC1-1", Ct));
        // One sign-in by password, then one refresh per expiry.
        Assert.Equal(5, _erp.StandIn.Calls.Calls().Count(call => call.Target.StartsWith("/identity/connect/token", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_full_licence_is_a_denial_and_nothing_is_written()
    {
        await _erp.ControlAsync("settings", new { seats = 0 });

        var outcome = Assert.IsType<LookOutcome.Failed>(await _erp.Erp.SalesOrders.FindByReferenceAsync("XC1-1", Ct)).Outcome;

        var denied = Assert.IsType<WriteOutcome.Denied>(outcome);
        Assert.Contains("API Login Limit", denied.Reason, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(2), denied.ProbeAfter);
    }

    [Fact]
    public async Task Neither_tokens_nor_secrets_nor_addresses_reach_the_timeline()
    {
        using var log = CallLog.Begin();
        var order = OrderSamples.Of("1001", "USD", ("MUG-01", 1m, 1m), ("NOT-IN-ERP", 1m, 1m));
        await _erp.Erp.SalesOrders.CreateAsync(order.Reference, await _erp.DocumentAsync(order), Ct);

        var shown = string.Join('\n', log.Calls);
        Assert.Contains("NOT-IN-ERP", shown, StringComparison.Ordinal);
        foreach (var secret in (string[])["sandbox-password", "sandbox-client-secret", "example.org", "ukasik"])
            Assert.DoesNotContain(secret, shown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_doctor_names_lookups_that_lead_nowhere()
    {
        var findings = await ((ILookupProbe)_erp.Erp).ProbeLookupsAsync(JsonNode.Parse("""
            {
              "ship-vias": { "codes": { "Ground": "GROUND", "Drone": "DRONE" } }, "taxes": { "codes": { "VAT": "WEBTAX" } },
              "payment-methods": { "codes": { "PayPal": "ONLINE" } }, "cash-accounts": { "codes": { "PayPal:USD": "10200WEB" }, "default": "99999" },
              "fee-items": { "codes": { "HANDLING": "HANDLING" } }
            }
            """)!.AsObject(), Ct);

        string[] failed = ["DRONE", "99999", "HANDLING"];
        Assert.Equal(failed.Length, findings.Count(finding => finding.Level == ProbeLevel.Failed));
        Assert.All(failed, code => Assert.Contains(findings, finding => finding.Level == ProbeLevel.Failed && finding.Message.Contains(code, StringComparison.Ordinal)));
        Assert.Equal(4, findings.Count(finding => finding.Level == ProbeLevel.Ok));
    }

    [Fact]
    public async Task The_doctor_names_what_payments_returns_and_products_need_and_where_to_make_it()
    {
        var findings = await ((ILookupProbe)_erp.Erp).ProbeLookupsAsync(JsonNode.Parse("""
            {
              "ledger-accounts": { "codes": { "Stripe:USD": "10200", "fees:USD": "NO-FEES" } }, "fee-types": { "codes": { "Stripe": "BANKFEE" } },
              "return-items": { "codes": { "SHIPPING": "NO-SUCH-ITEM" } }, "return-reasons": { "codes": { "damaged": "DAMAGED" } },
              "tax-classes": { "codes": { "TAXABLE": "default", "REDUCED": "reduced" } }, "price-classes": { "codes": { "VIP": "VIP", "GOLD-łódź": "Gold" } },
              "categories": { "codes": { "2": "7", "99": "8", "shoes": "9" } }
            }
            """)!.AsObject(), Ct);

        (string Code, string Form)[] missing =
            [("NO-FEES", "GL202500"), ("NO-SUCH-ITEM", "IN202000"), ("REDUCED", "TX205500"), ("GOLD-łódź", "AR208000"), ("ItemSalesCategory 99", "IN204060"), ("shoes", "IN204060")];
        Assert.Equal(missing.Length, findings.Count(finding => finding.Level == ProbeLevel.Failed));
        Assert.All(missing, target => Assert.Contains(findings, finding =>
            finding.Level == ProbeLevel.Failed && finding.Message.Contains(target.Code, StringComparison.Ordinal) && finding.Fix.Contains(target.Form, StringComparison.Ordinal)));
        Assert.Equal(4, findings.Count(finding => finding.Level == ProbeLevel.Ok));
        // What the API does not list is said to be unseen, never to be there.
        string[] unseen = ["DAMAGED", "BANKFEE", "RC", "CM"];
        Assert.All(unseen, code => Assert.Contains(findings, finding => finding.Level == ProbeLevel.NotChecked && finding.Message.Contains(code, StringComparison.Ordinal)));
    }
}
