using System.Text;
using Integration.Acumatica.Protocol;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Xunit;

namespace Integration.Tests.Unit.Acumatica.Protocol;

public sealed class AnswerReadingTests
{
    private const string Deadlock = """{"message":"An error has occurred.","exceptionMessage":"Transaction (Process ID 64) was deadlocked on lock resources.","exceptionType":"System.Data.SqlClient.SqlException","stackTrace":""}""";
    private const string Timeout = """{"message":"An error has occurred.","exceptionMessage":"Execution Timeout Expired.","exceptionType":"System.Data.SqlClient.SqlException"}""";
    private const string Validation = """{"message":"An error has occurred.","exceptionMessage":"Error: The document is on hold.","exceptionType":"PX.Data.PXException"}""";
    private const string Optimise = """{"message":"An error has occurred.","exceptionMessage":"Optimization cannot be performed: Details/X","exceptionType":"PX.Api.ContractBased.OptimizedExport.CannotOptimizeException"}""";
    private const string Limit = """{"message":"An error has occurred.","exceptionMessage":"API Login Limit","exceptionType":"PX.Data.PXException"}""";
    private static readonly AnswerReading Reading = new(Masking.Text);

    public static TheoryData<int, string, bool, Type> Cases => new()
    {
        { 422, """{"Details":[{"InventoryID":{"error":"x"}}]}""", true, typeof(WriteOutcome.Rejected) },
        { 400, """{"message":"The request is invalid."}""", true, typeof(WriteOutcome.Rejected) },
        { 403, "", true, typeof(WriteOutcome.Denied) },
        { 404, "", false, typeof(WriteOutcome.Rejected) },
        { 412, "", true, typeof(WriteOutcome.Rejected) },
        { 500, Deadlock, true, typeof(WriteOutcome.Unavailable) },
        { 500, Timeout, true, typeof(WriteOutcome.Unknown) },
        { 500, Timeout, false, typeof(WriteOutcome.Unavailable) },
        { 500, Validation, true, typeof(WriteOutcome.Rejected) },
        { 500, Optimise, false, typeof(WriteOutcome.Rejected) },
        { 500, Limit, true, typeof(WriteOutcome.Denied) },
        { 500, "<html>Runtime error</html>", true, typeof(WriteOutcome.Unknown) },
        { 500, "<html>Runtime error</html>", false, typeof(WriteOutcome.Unavailable) },
        { 502, "", true, typeof(WriteOutcome.Unknown) },
        { 503, "", true, typeof(WriteOutcome.Unavailable) },
        { 504, "", true, typeof(WriteOutcome.Unknown) },
        { 302, "", true, typeof(WriteOutcome.Rejected) },
        { 200, "<html>Log in</html>", true, typeof(WriteOutcome.Unknown) },
        { 200, "<html>Log in</html>", false, typeof(WriteOutcome.Unavailable) },
        { 200, """{"a":{"value":1},"a":{"value":2}}""", true, typeof(WriteOutcome.Unknown) },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_answer_has_its_outcome(int status, string body, bool write, Type outcome) =>
        Assert.IsType(outcome, Reading.Read(Answer(status, body), write).Failure);

    [Fact]
    public void A_write_without_an_answer_is_unknown_and_a_read_is_not()
    {
        Assert.IsType<WriteOutcome.Unknown>(Reading.Read(new OutsideAnswer.NoAnswer("late"), write: true).Failure);
        Assert.IsType<WriteOutcome.Unavailable>(Reading.Read(new OutsideAnswer.NoAnswer("late"), write: false).Failure);
        Assert.IsType<WriteOutcome.Unavailable>(Reading.Read(new OutsideAnswer.NotSent("refused"), write: true).Failure);
        Assert.Equal(new WriteOutcome.Throttled(TimeSpan.FromSeconds(7)), Reading.Read(new OutsideAnswer.Throttled(TimeSpan.FromSeconds(7)), write: true).Failure);
    }

    [Fact]
    public void Personal_data_in_error_texts_is_masked()
    {
        var failure = Reading.Read(Answer(422, """{"MainContact":{"Email":{"error":"The address 'jane.doe@example.org' is in use."}}}"""), write: true).Failure;

        var reason = Assert.Single(Assert.IsType<WriteOutcome.Rejected>(failure).Reasons);
        Assert.Equal("MainContact.Email", reason.Field);
        Assert.DoesNotContain("jane.doe", reason.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Success_without_a_body_is_success()
    {
        Assert.Null(Reading.Read(Answer(204, ""), write: true).Failure);
        Assert.Null(Reading.Read(Answer(202, ""), write: true).Failure);
    }

    private static OutsideAnswer.Answered Answer(int status, string body) => new(status, new Dictionary<string, string>(), Encoding.UTF8.GetBytes(body), null);
}
