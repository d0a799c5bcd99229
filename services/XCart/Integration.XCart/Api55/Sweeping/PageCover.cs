namespace Integration.XCart.Api55.Sweeping;

/// <summary>Numbered pages begin at multiples of their size only. To begin anywhere, another size is chosen so that one page holds the row and much after it.</summary>
internal static class PageCover
{
    /// <summary>The page that holds the row at <paramref name="offset"/> and reaches farthest beyond it.</summary>
    /// <param name="offset">Rows before the wanted one.</param>
    /// <param name="most">Largest size.</param>
    public static (int Page, int Size) Of(int offset, int most) => Enumerable.Range((most / 2) + 1, most - (most / 2))
        .Select(size => (Page: (offset / size) + 1, Size: size))
        .MaxBy(cover => (cover.Page * cover.Size) - offset);
}
