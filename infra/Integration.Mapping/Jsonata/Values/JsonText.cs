using System.Globalization;
using System.Text;
using Integration.Mapping.Jsonata.Execution;

namespace Integration.Mapping.Jsonata.Values;

/// <summary>What <c>$string</c> and <c>&amp;</c> make of a value.</summary>
internal static class JsonText
{
    public static string Of(object value, Run run, bool indented = false)
    {
        switch (value)
        {
            case string text:
                return text;
            case Function:
                return string.Empty;
            case decimal number:
                return NumberText.Of(number);
            case bool flag:
                return flag ? "true" : "false";
            case NullValue:
                return "null";
            default:
                var builder = new StringBuilder();
                Write(builder, value, indented ? 0 : -1, run);
                return builder.ToString();
        }
    }

    private static void Write(StringBuilder builder, object? value, int indent, Run run)
    {
        switch (value)
        {
            case ArrayValue array:
                WriteAll(builder, '[', ']', array.Items, indent, run, (item, inner) => Write(builder, item, inner, run));
                break;
            case ObjectValue source:
                WriteAll(builder, '{', '}', source.Members, indent, run, (member, inner) =>
                {
                    WriteText(builder, member.Key);
                    builder.Append(inner < 0 ? ":" : ": ");
                    Write(builder, member.Value, inner, run);
                });
                break;
            case string text:
                WriteText(builder, text);
                break;
            case Function:
                builder.Append("\"\"");
                break;
            default:
                builder.Append(value is null ? "null" : Of(value, run));
                break;
        }
    }

    private static void WriteAll<T>(
        StringBuilder builder, char open, char close, IReadOnlyCollection<T> items, int indent, Run run, Action<T, int> write)
    {
        run.Charge(items.Count + 1);
        Run.CheckStack();
        builder.Append(open);
        var inner = indent < 0 ? -1 : indent + 2;
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                builder.Append(',');
            first = false;
            NewLine(builder, inner);
            write(item, inner);
        }

        if (items.Count > 0)
            NewLine(builder, indent);
        builder.Append(close);
        run.CheckLength(builder.Length);
    }

    private static void NewLine(StringBuilder builder, int indent)
    {
        if (indent >= 0)
            builder.Append('\n').Append(' ', indent);
    }

    private static void WriteText(StringBuilder builder, string text)
    {
        builder.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => builder.Append("\\\""),
                '\\' => builder.Append("\\\\"),
                '\n' => builder.Append("\\n"),
                '\r' => builder.Append("\\r"),
                '\t' => builder.Append("\\t"),
                '\b' => builder.Append("\\b"),
                '\f' => builder.Append("\\f"),
                < ' ' => builder.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => builder.Append(c),
            };
        }

        builder.Append('"');
    }
}
