using System.Text.Json;
using System.Text.Unicode;

namespace Integration.Connectors.Hints;

/// <summary>What a hint says: look at this record. Anything else in it is ignored.</summary>
/// <param name="Entity">The canonical entity.</param>
/// <param name="Id">The system's id of the record.</param>
internal sealed record HintBody(string Entity, string Id)
{
    /// <summary>Largest body, bytes.</summary>
    public const int Largest = 64 * 1024;

    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 8, AllowTrailingCommas = false, CommentHandling = JsonCommentHandling.Disallow };

    /// <summary>Reads the body; null and a plain reason when it cannot be used.</summary>
    public static HintBody? Read(ReadOnlySpan<byte> body, out string problem)
    {
        string? entity = null, id = null;
        // The reader looks only at the texts that are taken.
        if (!Utf8.IsValid(body)) return Fail("The body is not UTF-8.", out problem);
        try
        {
            var reader = new Utf8JsonReader(body, Strict);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return Fail("The body is not a JSON object.", out problem);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isEntity = reader.ValueTextEquals("entity"u8);
                var isId = reader.ValueTextEquals("id"u8);
                reader.Read();
                if (!isEntity && !isId)
                {
                    reader.Skip();
                    continue;
                }

                if (reader.TokenType != JsonTokenType.String || (isEntity ? entity : id) is not null) return Fail("'entity' and 'id' must be texts, each given once.", out problem);
                if (isEntity) entity = reader.GetString();
                else id = reader.GetString();
            }

            while (reader.Read())
            {
                // The rest must be JSON too.
            }
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return Fail("The body is not valid JSON.", out problem);
        }

        problem = "";
        return IsWord(entity) && IsId(id) ? new HintBody(entity!, id!) : Fail("'entity' and 'id' are needed: short, printable texts.", out problem);
    }

    private static HintBody? Fail(string reason, out string problem)
    {
        problem = reason;
        return null;
    }

    private static bool IsWord(string? text) => text is { Length: > 0 and <= 40 } && text.All(letter => char.IsAsciiLetterLower(letter) || letter == '-');

    private static bool IsId(string? text) => text is { Length: > 0 and <= 200 } && text.All(letter => !char.IsControl(letter));
}
