using System.Collections.Frozen;
using Integration.Mapping.Jsonata.Dates;
using Integration.Mapping.Jsonata.Numbers;
using Integration.Mapping.Jsonata.Regexes;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Functions;

/// <summary>All built-in functions by name, without the <c>$</c>.</summary>
internal static class Library
{
    private static readonly FrozenDictionary<string, NativeFunction> Functions = new Dictionary<string, NativeFunction>
    {
        ["sum"] = new("<a<n>:n>", (a, _) => Aggregation.Sum(a[0])),
        ["count"] = new("<a:n>", (a, _) => Aggregation.Count(a[0])),
        ["max"] = new("<a<n>:n>", (a, _) => Aggregation.Max(a[0])),
        ["min"] = new("<a<n>:n>", (a, _) => Aggregation.Min(a[0])),
        ["average"] = new("<a<n>:n>", (a, _) => Aggregation.Average(a[0])),
        ["string"] = new("<x-b?:s>", Strings.String),
        ["substring"] = new("<s-nn?:s>", (a, _) => Strings.Substring(a)),
        ["substringBefore"] = new("<s-s:s>", Strings.Before),
        ["substringAfter"] = new("<s-s:s>", Strings.After),
        ["lowercase"] = new("<s-:s>", (a, _) => LetterCases.Lower(a[0] as string)),
        ["uppercase"] = new("<s-:s>", (a, _) => LetterCases.Upper(a[0] as string)),
        ["length"] = new("<s-:n>", (a, _) => Strings.Length(a)),
        ["trim"] = new("<s-:s>", (a, _) => Strings.Trim(a)),
        ["pad"] = new("<s-ns?:s>", Strings.Pad),
        ["join"] = new("<a<s>s?:s>", Strings.Join),
        ["match"] = new("<s-fn?:a<o>>", MatchFunctions.Match),
        ["contains"] = new("<s-(sf):b>", MatchFunctions.Contains),
        ["replace"] = new("<s-(sf)(sf)n?:s>", MatchFunctions.Replace),
        ["split"] = new("<s-(sf)n?:a<s>>", MatchFunctions.Split),
        ["base64encode"] = new("<s-:s>", (a, _) => Encodings.ToBase64(a)),
        ["base64decode"] = new("<s-:s>", (a, _) => Encodings.FromBase64(a)),
        ["encodeUrlComponent"] = new("<s-:s>", (a, _) => Encodings.EncodeUrlComponent(a)),
        ["encodeUrl"] = new("<s-:s>", (a, _) => Encodings.EncodeUrl(a)),
        ["decodeUrlComponent"] = new("<s-:s>", (a, _) => Encodings.DecodeUrlComponent(a)),
        ["decodeUrl"] = new("<s-:s>", (a, _) => Encodings.DecodeUrl(a)),
        ["number"] = new("<(nsb)-:n>", (a, _) => NumberFunctions.Number(a)),
        ["floor"] = new("<n-:n>", (a, _) => a[0] is decimal n ? decimal.Floor(n) : null),
        ["ceil"] = new("<n-:n>", (a, _) => a[0] is decimal n ? decimal.Ceiling(n) : null),
        ["round"] = new("<n-n?:n>", (a, _) => NumberFunctions.Round(a)),
        ["abs"] = new("<n-:n>", (a, _) => a[0] is decimal n ? Math.Abs(n) : null),
        ["sqrt"] = new("<n-:n>", (a, _) => NumberFunctions.SquareRoot(a)),
        ["power"] = new("<n-n:n>", (a, _) => NumberFunctions.Power(a)),
        ["random"] = new("<:n>", (_, _) => NumberFunctions.Random()),
        ["formatNumber"] = new("<n-so?:s>", NumberFunctions.FormatNumber),
        ["formatBase"] = new("<n-n?:s>", (a, _) => NumberFunctions.FormatBase(a)),
        ["formatInteger"] = new("<n-s:s>", NumberFunctions.FormatInteger),
        ["parseInteger"] = new("<s-s:n>", NumberFunctions.ParseInteger),
        ["boolean"] = new("<x-:b>", (a, frame) => a[0] is null ? null : Truth.Of(Truth.IsTrue(a[0], frame.Run))),
        ["not"] = new("<x-:b>", (a, frame) => a[0] is null ? null : Truth.Of(!Truth.IsTrue(a[0], frame.Run))),
        ["exists"] = new("<x:b>", (a, _) => Truth.Of(a[0] is not null)),
        ["type"] = new("<x:s>", (a, _) => Objects.TypeOf(a[0])),
        ["keys"] = new("<x-:a<s>>", Objects.Keys),
        ["lookup"] = new("<x-s:x>", Objects.Lookup),
        ["spread"] = new("<x-:a<o>>", Objects.Spread),
        ["merge"] = new("<a<o>:o>", Objects.Merge),
        ["each"] = new("<o-f:a>", Objects.Each),
        ["sift"] = new("<o-f?:o>", Objects.Sift),
        ["clone"] = new("<(oa)-:o>", (a, frame) => Copy.Of(a[0], frame.Run)),
        ["append"] = new("<xx:a>", Arrays.Append),
        ["reverse"] = new("<a:a>", (a, _) => Arrays.Reverse(a)),
        ["shuffle"] = new("<a:a>", (a, _) => Arrays.Shuffle(a)),
        ["distinct"] = new("<x:x>", Arrays.Distinct),
        ["zip"] = new("<a+>", Arrays.Zip),
        ["sort"] = new("<af?:a>", Arrays.Sort),
        ["map"] = new("<af>", HigherOrder.Map),
        ["filter"] = new("<af>", HigherOrder.Filter),
        ["single"] = new("<af?>", HigherOrder.Single),
        ["reduce"] = new("<afj?:j>", HigherOrder.Reduce),
        ["error"] = new("<s?:x>", (a, _) => throw new JsonataException("D3137", authorText: a[0] as string)),
        ["assert"] = new("<bs?:x>", (a, frame) => Truth.IsTrue(a[0], frame.Run) ? null : throw new JsonataException("D3141", authorText: a[1] as string)),
        ["eval"] = new("<sx-:x>", Evaluation.Eval),
        ["now"] = new("<s?s?:s>", (a, frame) => DateFunctions.Now(a, frame.Run)),
        ["millis"] = new("<:n>", (_, frame) => (decimal)frame.Run.Moment.ToUnixTimeMilliseconds()),
        ["toMillis"] = new("<s-s?:n>", (a, frame) => DateFunctions.ToMillis(a, frame.Run)),
        ["fromMillis"] = new("<n-s?s?:s>", (a, frame) => DateFunctions.FromMillis(a, frame.Run)),
    }.ToFrozenDictionary();

    public static Function? Find(string name) => Functions.GetValueOrDefault(name);
}
