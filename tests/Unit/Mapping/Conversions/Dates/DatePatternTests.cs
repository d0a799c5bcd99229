using Integration.Mapping.Reading;
using Integration.Tests.Unit.Mapping.Documents;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Conversions.Dates;

public sealed class DatePatternTests
{
    [Theory]
    [InlineData(""" "as": "pattern", "pattern": "dd.MM.yyyy" """, "2026-01-31T23:30:00Z", "01.02.2026")]
    [InlineData(""" "as": "pattern", "pattern": "yyyyMMdd" """, "2026-01-31", "20260131")]
    [InlineData(""" "as": "pattern", "pattern": "MM/dd/yyyy hh:mm tt", "zone": "America/New_York" """, "2026-07-01T20:05:00Z", "07/01/2026 04:05 PM")]
    [InlineData(""" "as": "pattern", "pattern": "dd-MMM-yy" """, "2026-01-31", "31-Jan-26")]
    [InlineData(""" "as": "pattern", "pattern": "yyyy-MM-dd'T'HH:mm:ss.fffzzz" """, "2026-01-31T10:00:00Z", "2026-01-31T11:00:00.000+01:00")]
    [InlineData(""" "as": "epochMilliseconds" """, "2026-01-31T22:30:00.250Z", "1769898600250")]
    [InlineData(""" "read": "dd/MM/yyyy" """, "31/01/2026", "2026-01-31")]
    [InlineData(""" "read": "MM/dd/yyyy HH:mm", "sourceZone": "America/New_York", "as": "utc" """, "01/31/2026 22:30", "2026-02-01T03:30:00Z")]
    [InlineData(""" "read": "yyyyMMdd'T'HHmmsszzz", "as": "utc" """, "20260131T223000+01:00", "2026-01-31T21:30:00Z")]
    [InlineData(""" "read": "dd.MM.yyyy", "as": "pattern", "pattern": "yyyyMMdd" """, "31.01.2026", "20260131")]
    public void Date_is_read_and_written_by_patterns(string options, string given, string expected) =>
        Assert.Equal(expected, Converting.Text($$"""{ "kind": "date", {{options}} }""", given));

    [Theory]
    [InlineData(""" "read": "dd/MM/yyyy" """, "01/31/2026")]
    [InlineData(""" "read": "dd/MM/yyyy" """, "2026-01-31")]
    [InlineData(""" "read": "MM/dd/yyyy HH:mm" """, "01/31/2026 22:30")]
    [InlineData(""" "read": "MM/dd/yyyy HH:mm", "sourceZone": "Europe/Berlin" """, "03/29/2026 02:30")]
    [InlineData(""" "as": "pattern", "pattern": "yyyyMMdd HH:mm" """, "2026-01-31")]
    public void Date_of_another_form_is_a_problem(string options, string given) => Converting.Problem($$"""{ "kind": "date", {{options}} }""", given);

    [Theory]
    [InlineData(""" "as": "pattern" """, "belong together")]
    [InlineData(""" "pattern": "yyyyMMdd" """, "belong together")]
    [InlineData(""" "as": "pattern", "pattern": "HH:mm" """, "not a pattern of a whole date")]
    [InlineData(""" "read": "dd.MM" """, "not a pattern of a whole date")]
    [InlineData(""" "read": "q" """, "not a pattern of a whole date")]
    public void Pattern_that_loses_the_date_is_refused_when_the_document_is_read(string options, string expected)
    {
        var failure = Assert.Throws<DocumentException>(() => MappingDocumentTests.Parse($$"""{ "to": "to", "from": "value", "convert": { "kind": "date", {{options}} } }"""));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }
}
