using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Customers;
using Xunit;

namespace Integration.Tests.Compliance.Erp.Customers;

/// <summary>What the customer lane relies on in every ERP that keeps customers as records of their own. The rest of the suite stands in the other parts of this class.</summary>
public abstract partial class ErpCustomersCompliance : IAsyncLifetime
{
    private const string Anna = "anna@example.com";

    private static readonly Dictionary<string, string> Account = new()
    {
        [CustomerFields.Email] = Anna, [CustomerFields.Name] = "Änne Łukasik 王", [CustomerFields.Company] = "", [CustomerFields.Phone] = "+49 (0)221 1", [CustomerFields.Street] = "Große Straße 5",
        [CustomerFields.Street2] = "2. Stock", [CustomerFields.City] = "Köln", [CustomerFields.PostalCode] = "50667", [CustomerFields.State] = "", [CustomerFields.Country] = "DE",
    };

    private ErpCustomersUnderTest? _erp;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private ErpCustomersUnderTest Erp => _erp!;

    private ICustomerRecords Port => Erp.Customers;

    /// <summary>Starts the ERP.</summary>
    protected abstract Task<ErpCustomersUnderTest> StartAsync();

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => _erp = await StartAsync();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_erp is not null) await _erp.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_is_made_is_read_as_it_was_meant_and_its_answer_is_no_change()
    {
        var (id, echo) = await MadeAsync(Account);

        var read = await FoundAsync(id);
        Assert.Equal((Anna, true), (read.Email, read.IsActive));
        var values = Erp.Read(read.Record);
        Assert.All(Account, field => Assert.Equal(field.Value, values[field.Key]));
        Assert.Equal(read.Record.ToJsonString(), echo);
    }

    [Fact]
    public async Task A_customer_is_found_by_mail_address_whatever_its_case_and_by_telephone()
    {
        var (id, _) = await MadeAsync(Account);
        await Erp.EditAsync("Upper.Case@Example.COM", id: "UPPER");

        Assert.Equal([id], await WithEmailAsync("  ANNA@Example.com "));
        Assert.Equal("upper.case@example.com", Assert.Single((await Port.WithEmailAsync("upper.case@example.com", Ct)).Customers).Email);
        Assert.Equal([id], (await Port.WithPhoneAsync("+49 (0)221 1", Ct)).Customers.Select(customer => customer.Id));
        Assert.Empty(await WithEmailAsync("nna@example.com"));
        Assert.Empty((await Port.WithPhoneAsync("+49 (0)221", Ct)).Customers);
    }

    [Fact]
    public async Task Several_customers_of_one_mail_address_are_all_shown_those_no_longer_sold_to_as_well()
    {
        await Erp.EditAsync(Anna, id: "TWIN1");
        await Erp.EditAsync(Anna, id: "TWIN2", active: false);

        var found = await Port.WithEmailAsync(Anna, Ct);
        Assert.Equal([("TWIN1", true), ("TWIN2", false)], found.Customers.Select(customer => (customer.Number, customer.IsActive)).Order());
    }

    [Fact]
    public async Task Only_the_given_fields_change_and_the_answer_is_no_change()
    {
        var (id, _) = await MadeAsync(Account);
        var before = Erp.Read((await FoundAsync(id)).Record);

        var done = Assert.IsType<WriteOutcome.Done>(await Port.UpdateAsync(id, Changed(phone: "+49 30 2"), Ct));
        Assert.IsType<WriteOutcome.Done>(await Port.UpdateAsync(id, Changed(phone: "+49 30 2"), Ct));

        var after = await FoundAsync(id);
        Assert.Equal(after.Record.ToJsonString(), done.Echo);
        var values = Erp.Read(after.Record);
        Assert.Equal("+49 30 2", values[CustomerFields.Phone]);
        Assert.All(before.Where(field => field.Key != CustomerFields.Phone), field => Assert.Equal(field.Value, values[field.Key]));
    }

    [Fact]
    public async Task An_emptied_field_is_empty()
    {
        var (id, _) = await MadeAsync(Account);

        Assert.IsType<WriteOutcome.Done>(await Port.UpdateAsync(id, Changed(phone: ""), Ct));

        Assert.Equal("", Erp.Read((await FoundAsync(id)).Record)[CustomerFields.Phone]);
    }

    [Fact]
    public async Task A_deleted_customer_is_gone_and_a_change_of_it_makes_no_new_one()
    {
        var (id, _) = await MadeAsync(Account);
        await Erp.DeleteAsync(id);

        Assert.IsType<ReadOutcome<ErpCustomer>.NotFound>(await Port.ReadAsync(id, Ct));
        Assert.Empty(await WithEmailAsync(Anna));
        Assert.IsType<WriteOutcome.Rejected>(await Port.UpdateAsync(id, Changed(phone: "1"), Ct));
        Assert.Empty(await WithEmailAsync(Anna));
    }

    [Fact]
    public async Task A_field_that_the_ERP_silently_does_not_take_is_seen_in_the_answer()
    {
        if (!Erp.LocksContact) return;
        var (id, _) = await MadeAsync(Account);
        await Erp.LockContactAsync();

        var echo = Assert.IsType<WriteOutcome.Done>(await Port.UpdateAsync(id, Changed(phone: "+49 30 2"), Ct)).Echo;

        Assert.Equal(Account[CustomerFields.Phone], Erp.Read((JsonObject)JsonNode.Parse(echo!)!)[CustomerFields.Phone]);
        // One without its address would be made again by the next order.
        Assert.NotEmpty(Assert.IsType<WriteOutcome.Differs>(await Port.CreateAsync(Erp.Map(With("other@example.com")), Ct)).Fields);
    }

    [Fact]
    public async Task What_the_lane_makes_is_the_customer_of_later_orders()
    {
        var (id, _) = await MadeAsync(Account);
        var order = OrderSamples.Of("1001", "USD", (Erp.Under.Features.Skus[0], 1m, 1m)).With(order => order with { Customer = order.Customer with { Email = " Anna@EXAMPLE.com" } });

        Assert.Equal(id, Assert.IsType<LookOutcome.Same>(await Erp.Under.Erp.Customers.FindAsync(order, Ct)).Ref.Id);
    }

    private static Dictionary<string, string> With(string email, string? phone = null) =>
        new(Account) { [CustomerFields.Email] = email, [CustomerFields.Phone] = phone ?? Account[CustomerFields.Phone] };

    // The part of the document that differs, as the lane sends it.
    private JsonObject Changed(string phone) => Integration.Connectors.Lanes.Customers.DocumentDifference.Of(Erp.Map(Account), Erp.Map(With(Anna, phone)));

    private async Task<(string Id, string Echo)> MadeAsync(IReadOnlyDictionary<string, string> values)
    {
        var done = Assert.IsType<WriteOutcome.Done>(await Port.CreateAsync(Erp.Map(values), Ct));
        return (done.Ref.Id, done.Echo!);
    }

    private async Task<ErpCustomer> FoundAsync(string id) => Assert.IsType<ReadOutcome<ErpCustomer>.Found>(await Port.ReadAsync(id, Ct)).Value;

    private async Task<IReadOnlyList<string>> WithEmailAsync(string email)
    {
        var found = await Port.WithEmailAsync(email, Ct);
        Assert.Null(found.Failure);
        return [.. found.Customers.Select(customer => customer.Id)];
    }
}
