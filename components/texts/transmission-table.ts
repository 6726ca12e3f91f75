export const TABLE_TEXTS = {
  transmissionTableSkeleton: {
    loading: 'Loading',
  },
} as const
