using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Customers;
using Xunit;

namespace Integration.Tests.Compliance.Erp.Customers;

public abstract partial class ErpCustomersCompliance
{
    [Theory]
    [InlineData(Trouble.CommitThenTimeout)]
    [InlineData(Trouble.CommitLate)]
    [InlineData(Trouble.HalfAnAnswer)]
    public async Task A_customer_whose_answer_was_lost_is_found_by_its_mail_address_and_is_there_once(Trouble trouble)
    {
        Erp.Trouble(trouble);

        Assert.IsType<WriteOutcome.Unknown>(await Port.CreateAsync(Erp.Map(Account), Ct));

        await Eventually.TrueAsync(() => WithEmailAsync(Anna).GetAwaiter().GetResult().Count > 0, "the customer is found");
        Assert.Equal(1, await Erp.Under.CustomersAsync(Anna));
    }

    [Theory]
    [InlineData(Trouble.Reset)]
    [InlineData(Trouble.ErrorPage)]
    public async Task A_customer_whose_making_broke_off_is_unknown_and_is_not_found(Trouble trouble)
    {
        Erp.Trouble(trouble);

        Assert.IsType<WriteOutcome.Unknown>(await Port.CreateAsync(Erp.Map(Account), Ct));

        Assert.Empty(await WithEmailAsync(Anna));
    }

    [Fact]
    public async Task A_change_whose_answer_was_lost_is_shown_by_the_next_read()
    {
        var (id, _) = await MadeAsync(Account);
        Erp.Trouble(Trouble.HalfAnAnswer);

        Assert.IsType<WriteOutcome.Unknown>(await Port.UpdateAsync(id, Changed(phone: "2"), Ct));

        Assert.Equal("2", Erp.Read((await FoundAsync(id)).Record)[CustomerFields.Phone]);
    }

    [Fact]
    public async Task A_wish_for_fewer_calls_is_passed_on_and_nothing_is_made()
    {
        Erp.Trouble(Trouble.Throttle);

        Assert.Equal(TimeSpan.FromSeconds(7), Assert.IsType<WriteOutcome.Throttled>(await Port.CreateAsync(Erp.Map(Account), Ct)).After);

        Assert.IsType<WriteOutcome.Throttled>((await Port.WithEmailAsync(Anna, Ct)).Failure);
        Assert.Equal(0, await Erp.Under.CustomersAsync(Anna));
    }

    [Fact]
    public async Task Without_access_every_call_is_denied_and_nothing_is_written()
    {
        var (id, _) = await MadeAsync(Account);
        await Erp.Under.RevokeAsync(true);

        Assert.IsType<WriteOutcome.Denied>(await Port.CreateAsync(Erp.Map(With("other@example.com")), Ct));
        Assert.IsType<WriteOutcome.Denied>(await Port.UpdateAsync(id, Changed(phone: "2"), Ct));
        Assert.IsType<WriteOutcome.Denied>(Assert.IsType<ReadOutcome<ErpCustomer>.Failed>(await Port.ReadAsync(id, Ct)).Outcome);
        Assert.IsType<WriteOutcome.Denied>((await Port.WithEmailAsync(Anna, Ct)).Failure);
        Assert.IsType<WriteOutcome.Denied>((await Port.WithPhoneAsync("1", Ct)).Failure);
        Assert.IsType<WriteOutcome.Denied>((await Port.PageAsync(null, Ct)).Failure);
        Assert.IsType<WriteOutcome.Denied>(Assert.Single(await SweepAsync(LongAgo)).Failure);

        await Erp.Under.RevokeAsync(false);
        Assert.Empty(await WithEmailAsync("other@example.com"));
    }
}
