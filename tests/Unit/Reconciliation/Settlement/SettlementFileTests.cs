using Integration.Connectors.Pairs;
using Integration.Console.Reconciliation.Settlement;
using Integration.Contracts.Reconciliation;
using Xunit;

namespace Integration.Tests.Unit.Reconciliation.Settlement;

public sealed class SettlementFileTests
{
    private const string Header = "transaction,type,amount,fee,currency,date\n";
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private static readonly DaySpan Day = DaySpan.Of(new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 20), Zone);

    [Fact]
    public void Lines_are_read_by_the_names_of_their_columns_with_quotes_and_either_line_end()
    {
        var lines = Read("\uFEFFDate, Currency ,Amount,TYPE,transaction,Provider\r\n2026-11-20,usd,12.30,Capture,\"ch \"\"Łódź\"\", 1\",Stripe\r\n\r\n2026-11-20,JPY,-1200,payout,,Stripe\n");

        Assert.Equal(
            [("capture|ch \"Łódź\", 1", "2", "capture", 12.30m, "USD", "Stripe"), ("payout|Stripe|JPY|2026-11-20|2026-11-20", "4", "payout", -1200m, "JPY", "Stripe")],
            lines.Select(line => (line.Key, line.Id, line.State, line.Amount!.Value, line.Currency, line.Group)));
    }

    [Fact]
    public void A_line_may_go_on_over_several_and_the_next_is_counted_on()
    {
        var problem = Problem($"{Header}\"a\nb\",capture,1,0,USD,2026-11-20\nc,capture,x,0,USD,2026-11-20\n");

        Assert.Contains("Line 4, column amount", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-20", "2026-11-20T05:00:00Z")]
    [InlineData("2026-11-21T04:59:59Z", "2026-11-20T05:00:00Z")]
    [InlineData("2026-11-21T05:00:00+00:00", "2026-11-21T05:00:00Z")]
    [InlineData("2026-11-20T23:30-05:00", "2026-11-20T05:00:00Z")]
    public void A_moment_belongs_to_the_pairs_day(string written, string day) =>
        Assert.Equal(DateTimeOffset.Parse(day, null), Assert.Single(Read($"{Header}a,capture,1,0,USD,{written}")).At);

    [Theory]
    [InlineData("", "Line 1: The file is empty. Begin the file with the line: transaction,type,amount,fee,currency,date")]
    [InlineData("transaction;type;amount;currency;date\n", "Line 1: Its columns are divided by semicolons. Save the file with commas.")]
    [InlineData("transaction,type,amount,fees,currency,date\n", "Line 1, column fees: There is no such column.")]
    [InlineData("transaction,type,amount,currency\n", "Line 1, column date: The column is missing.")]
    [InlineData("transaction,type,amount,currency,date,Amount\n", "Line 1, column amount: The column is there twice.")]
    [InlineData(Header + "a,capture,1,0,USD\n", "Line 2: It has 5 fields, the header has 6.")]
    [InlineData(Header + "a,sale,1,0,USD,2026-11-20\n", "Line 2, column type: 'sale' is not known. Write one of: capture, refund, fee, payout.")]
    [InlineData(Header + ",refund,1,0,USD,2026-11-20\n", "Line 2, column transaction: A refund needs its transaction.")]
    [InlineData(Header + "a,capture,\"1,000.00\",0,USD,2026-11-20\n", "Line 2, column amount: '1,000.00' is not an amount. Write it with a point")]
    [InlineData(Header + "a,refund,-1,0,USD,2026-11-20\n", "Line 2, column amount: '-1' is below nothing. Write it without a sign")]
    [InlineData(Header + "a,capture,1.5,0,JPY,2026-11-20\n", "Line 2, column amount: '1.5' has more decimals than JPY has. Write at most 0 decimals.")]
    [InlineData(Header + "a,capture,1,0.001,USD,2026-11-20\n", "Line 2, column fee: '0.001' has more decimals than USD has.")]
    [InlineData(Header + "a,capture,1,0,Dollar,2026-11-20\n", "Line 2, column currency: 'Dollar' is no currency.")]
    [InlineData(Header + "a,capture,1,0,USD,20.11.2026\n", "Line 2, column date: '20.11.2026' is no date.")]
    [InlineData(Header + "a,capture,1,0,USD,2026-11-20T10:00:00\n", "Line 2, column date: '2026-11-20T10:00:00' is no date.")]
    [InlineData(Header + "\"a,capture,1,0,USD,2026-11-20\n", "Line 2: A quote that opens here is never closed.")]
    [InlineData(Header + "\"a\"b,capture,1,0,USD,2026-11-20\n", "Line 2: Something follows a closing quote.")]
    [InlineData(Header + "a\"b,capture,1,0,USD,2026-11-20\n", "Line 2: A quote stands inside a field.")]
    public void What_is_wrong_is_named_with_line_column_and_fix_and_nothing_is_read(string text, string words) => Assert.Contains(words, Problem(text), StringComparison.Ordinal);

    [Fact]
    public void Many_faults_are_counted_and_only_the_first_told()
    {
        var problem = Problem(Header + string.Concat(Enumerable.Range(0, 7).Select(_ => "a,sale,1,0,USD,2026-11-20\n")));

        Assert.Contains("Line 6,", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("Line 7,", problem, StringComparison.Ordinal);
        Assert.EndsWith("And 2 more.", problem, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ListedRecord> Read(string text)
    {
        var (lines, problem) = SettlementFile.Read(text, Day, Zone);
        Assert.Equal("", problem);
        return lines;
    }

    private static string Problem(string text)
    {
        var (lines, problem) = SettlementFile.Read(text, Day, Zone);
        Assert.Empty(lines);
        Assert.StartsWith("The settlement file cannot be used, nothing was compared. ", problem, StringComparison.Ordinal);
        return problem;
    }
}
