namespace Integration.Console.Api;

/// <summary>Bounds of list answers.</summary>
internal static class Paging
{
    public const int Most = 500;
    private const int Usual = 50;

    public static int Take(int? asked) => Math.Clamp(asked ?? Usual, 1, Most);

    public static int Skip(int? asked) => Math.Max(asked ?? 0, 0);
}
