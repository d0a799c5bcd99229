using System.Text.Json.Nodes;
using FsCheck.Fluent;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Orders;
using Integration.Dynamics.Dataverse.Customers;
using Integration.Tests.Unit.Acumatica.SalesOrders;
using Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Dataverse.Customers;

public sealed class DataverseCustomersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_customer_is_made_by_its_key_and_found_by_the_next_order()
    {
        await using var bench = await RecordsBench.StartAsync();
        var order = Order("Ann@Example.org", "");
        Assert.IsType<LookOutcome.NotFound>(await bench.Customers.FindAsync(order, Ct));

        var made = Assert.IsType<WriteOutcome.Done>(await bench.Customers.CreateAsync(order, Ct)).Ref;

        Assert.Equal(made, Assert.IsType<LookOutcome.Same>(await bench.Customers.FindAsync(order, Ct)).Ref);
        var account = await AccountAsync(bench, made.Id);
        Assert.Equal(("ann@example.org", "Ann von Example", ""), (account.Text("emailaddress1"), account.Text("name"), account.Text("address1_primarycontactname")));
        Assert.StartsWith("shop-", account.Text("xci_externalid"), StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", account.Text("xci_externalid"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_company_keeps_its_person_beside_its_name()
    {
        await using var bench = await RecordsBench.StartAsync();

        var made = Assert.IsType<WriteOutcome.Done>(await bench.Customers.CreateAsync(Order("ann@example.org", "Łódź AG"), Ct)).Ref;

        var account = await AccountAsync(bench, made.Id);
        Assert.Equal(("Łódź AG", "Ann von Example"), (account.Text("name"), account.Text("address1_primarycontactname")));
    }

    [Fact]
    public async Task Of_many_that_are_made_at_once_there_is_one_and_all_get_it()
    {
        await using var bench = await RecordsBench.StartAsync(settings => (settings.KeyRace, settings.Latency) = (true, TimeSpan.FromMilliseconds(20)));
        var (order, customers) = (Order("ann@example.org", ""), bench.Customers);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => customers.CreateAsync(order, Ct)));

        var refs = outcomes.Select(outcome => outcome switch { WriteOutcome.Done done => done.Ref, WriteOutcome.AlreadyDone done => done.Ref, _ => throw new InvalidOperationException($"{outcome}") });
        Assert.Single(refs.Distinct());
        Assert.Single(outcomes.OfType<WriteOutcome.Done>());
        Assert.Single(await MatchesAsync(bench, "ann@example.org"));
    }

    [Fact]
    public async Task Who_comes_with_an_address_that_another_customer_has_given_up_gets_an_account_of_their_own()
    {
        await using var bench = await RecordsBench.StartAsync();
        var order = Order("ann@example.org", "");
        var first = Assert.IsType<WriteOutcome.Done>(await bench.Customers.CreateAsync(order, Ct)).Ref;
        await bench.Org.PatchAsync($"accounts({first.Id})", new() { ["emailaddress1"] = "moved@example.org" });

        var second = Assert.IsType<WriteOutcome.Done>(await bench.Customers.CreateAsync(order, Ct)).Ref;

        Assert.NotEqual(first, second);
        Assert.Equal("ann@example.org", (await AccountAsync(bench, second.Id)).Text("emailaddress1"));
    }

    [Fact]
    public async Task Without_a_key_accounts_are_made_all_the_same_with_the_columns_that_the_connection_says()
    {
        await using var bench = await RecordsBench.StartAsync();
        var customers = new DataverseCustomers(bench.Store(null, new JsonObject { ["customertypecode"] = 3, ["name"] = "not over the mapping's" }), null);

        var made = Assert.IsType<WriteOutcome.Done>(await customers.CreateAsync(Order("ann@example.org", ""), Ct)).Ref;

        var account = await AccountAsync(bench, made.Id);
        Assert.Equal((3, "Ann von Example", ""), (account.Whole("customertypecode"), account.Text("name"), account.Text("xci_externalid")));
    }

    [Fact]
    public async Task A_key_that_is_not_active_makes_nothing()
    {
        await using var bench = await RecordsBench.StartAsync();
        var customers = new DataverseCustomers(bench.Store("accountnumber"), null);

        Assert.IsType<WriteOutcome.Rejected>(await customers.CreateAsync(Order("ann@example.org", ""), Ct));

        Assert.Empty(await MatchesAsync(bench, "ann@example.org"));
    }

    [Fact]
    public async Task An_inactive_account_and_several_of_one_address_are_told()
    {
        await using var bench = await RecordsBench.StartAsync();

        Assert.Equal("statecode", Assert.Single(Assert.IsType<LookOutcome.Different>(await bench.Customers.FindAsync(Order("old@retired.example", ""), Ct)).Fields).Field);
        await bench.Org.MakeAsync("accounts", new() { ["name"] = "Twin", ["emailaddress1"] = "Buyer@ACME.example" });
        var several = Assert.Single(Assert.IsType<LookOutcome.Different>(await bench.Customers.FindAsync(Order("buyer@acme.example", ""), Ct)).Fields);
        Assert.Equal("emailaddress1", several.Field);
        Assert.Contains("ACME", several.Message, StringComparison.Ordinal);
    }

    private static Order Order(string email, string company)
    {
        var order = AnyOrder.Gen.Sample(5, 1).First();
        return order with
        {
            Customer = order.Customer with { Email = email, FirstName = "Ann", LastName = "von Example" },
            BillingAddress = order.BillingAddress with { Company = company },
        };
    }

    private static async Task<JsonNode> AccountAsync(RecordsBench bench, string id) => (await bench.Org.GetAsync($"accounts({id})")).Json;

    private static async Task<IReadOnlyList<JsonNode?>> MatchesAsync(RecordsBench bench, string email) => [.. (await bench.Org.GetAsync($"accounts?$filter=emailaddress1 eq '{email}'")).Rows];
}
