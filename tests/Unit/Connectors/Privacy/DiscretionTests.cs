using Integration.Connectors.Privacy;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Privacy;

public sealed class DiscretionTests
{
    [Theory]
    [InlineData("Customer Xanthippe Quodlibet is on hold", "Customer *** is on hold")]
    [InlineData("QUODLIBET, Xanthippe", "***, ***")]
    [InlineData("$filter=Name eq 'Xanthippe%20Quodlibet'", "$filter=Name eq '***'")]
    [InlineData("Mr Li will come, the list will not", "Mr *** will come, the list will not")]
    [InlineData("Order 10001 of 7 lines", "Order 10001 of 7 lines")]
    [InlineData("Call 5557773331.", "Call ***.")]
    public void What_is_told_while_a_record_is_written_names_nobody(string said, string told)
    {
        using var scope = Discretion.Begin(["Xanthippe Quodlibet", "Xanthippe", "Quodlibet", "Li", "Will", "10001", "7", "", "5557773331"]);

        Assert.Equal(told, Discretion.Apply(said));
    }

    [Fact]
    public async Task A_scope_ends_and_does_not_reach_other_work()
    {
        using (Discretion.Begin(["Xanthippe"]))
        {
            await Task.Yield();
            Assert.Equal("***", Discretion.Apply("Xanthippe"));
            using (Discretion.Begin(["Other"])) Assert.Equal("Xanthippe ***", Discretion.Apply("Xanthippe Other"));
            Assert.Equal("***", Discretion.Apply("Xanthippe"));
        }

        Assert.Equal("Xanthippe", Discretion.Apply("Xanthippe"));
    }
}
